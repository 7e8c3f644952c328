// SPDX-License-Identifier: GPL-3.0-or-later
using System.Runtime.InteropServices;

namespace EspeakEvents;

/// <summary>The functions of libespeak-ng that are used (speak_lib.h).</summary>
internal static unsafe partial class Espeak
{
    public const int OutputSynchronous = 2;
    public const int InitializePhonemeEvents = 0x0001;
    public const int InitializeDontExit = 0x8000;
    public const int PositionCharacter = 1;
    public const int ParameterRate = 1;
    public const uint CharsUtf8 = 1;

    private const string Library = "libespeak-ng.so.1";

    [LibraryImport(Library, EntryPoint = "espeak_Initialize", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Initialize(int output, int bufferMilliseconds, string? dataPath, int options);

    [LibraryImport(Library, EntryPoint = "espeak_SetSynthCallback")]
    public static partial void SetSynthCallback(delegate* unmanaged[Cdecl]<short*, int, SpeechEvent*, int> callback);

    [LibraryImport(Library, EntryPoint = "espeak_SetVoiceByName", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetVoiceByName(string name);

    [LibraryImport(Library, EntryPoint = "espeak_SetParameter")]
    public static partial int SetParameter(int parameter, int value, int relative);

    [LibraryImport(Library, EntryPoint = "espeak_Synth")]
    public static partial int Synth(byte[] text, nuint size, uint position, int positionType, uint endPosition, uint flags, nint uniqueIdentifier, nint userData);

    [LibraryImport(Library, EntryPoint = "espeak_ListVoices")]
    public static partial nint ListVoices(nint specification);

    [LibraryImport(Library, EntryPoint = "espeak_Info")]
    public static partial nint Info(out nint dataPath);

    [LibraryImport(Library, EntryPoint = "espeak_Terminate")]
    public static partial int Terminate();
}
