// SPDX-License-Identifier: GPL-3.0-or-later
using System.Runtime.InteropServices;
using System.Text;

namespace EspeakEvents;

/// <summary>espeak_EVENT of speak_lib.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SpeechEvent
{
    public const int ListTerminated = 0;
    public const int Word = 1;
    public const int Phoneme = 7;

    public int Type;
    public uint UniqueIdentifier;
    public int TextPosition;
    public int Length;
    public int AudioPositionMilliseconds;
    public int Sample;
    public nint UserData;
    public fixed byte Id[8];

    public readonly string Name()
    {
        fixed (byte* id = Id)
        {
            var bytes = new ReadOnlySpan<byte>(id, 8);
            var end = bytes.IndexOf((byte)0);
            return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]).Replace('\t', ' ').Replace('\n', ' ');
        }
    }
}
