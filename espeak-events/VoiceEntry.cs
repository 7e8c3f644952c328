// SPDX-License-Identifier: GPL-3.0-or-later
using System.Runtime.InteropServices;
using System.Text;

namespace EspeakEvents;

/// <summary>What is used of espeak_VOICE of speak_lib.h.</summary>
/// <param name="Id">The code by which the voice is asked for: its first language.</param>
/// <param name="File">The library's own name for it ("roa/fr"), which any voice can be set by.</param>
internal sealed record VoiceEntry(string Id, string Name, string File, IReadOnlyList<string> Languages)
{
    public static VoiceEntry Read(nint entry)
    {
        var name = Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(entry)) ?? "";
        var file = Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(entry, 2 * IntPtr.Size)) ?? "";
        var languages = ReadLanguages(Marshal.ReadIntPtr(entry, IntPtr.Size));
        return new VoiceEntry(languages.Count > 0 ? languages[0] : name, name, file, languages);
    }

    // a list of (priority byte, zero-terminated code), ended by a zero priority
    private static List<string> ReadLanguages(nint at)
    {
        var languages = new List<string>();
        while (Marshal.ReadByte(at) != 0)
        {
            var code = Marshal.PtrToStringUTF8(at + 1) ?? "";
            languages.Add(code);
            at += 2 + Encoding.UTF8.GetByteCount(code);
        }
        return languages;
    }
}
