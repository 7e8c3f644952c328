// SPDX-License-Identifier: GPL-3.0-or-later
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace EspeakEvents;

/// <summary>The library, initialised once for the process (it keeps its state in globals).</summary>
internal sealed class Engine : IDisposable
{
    private static readonly List<short> Samples = [];
    private static readonly List<string> Events = [];
    private string _voice = "";

    private Engine(int sampleRate) => SampleRate = sampleRate;

    public int SampleRate { get; }

    public static string Version
    {
        get
        {
            var version = Marshal.PtrToStringUTF8(Espeak.Info(out _)) ?? "";
            var end = version.IndexOf(' ', StringComparison.Ordinal);
            return end < 0 ? version : version[..end];
        }
    }

    /// <exception cref="EngineException">Its data is missing.</exception>
    public static unsafe Engine Start()
    {
        var rate = Espeak.Initialize(Espeak.OutputSynchronous, 200, null, Espeak.InitializePhonemeEvents | Espeak.InitializeDontExit);
        if (rate <= 0) throw new EngineException("eSpeak NG does not start; its data may be missing.");
        Espeak.SetSynthCallback(&Receive);
        return new Engine(rate);
    }

    public static IEnumerable<VoiceEntry> Voices()
    {
        var list = Espeak.ListVoices(0);
        for (var i = 0; Marshal.ReadIntPtr(list, i * IntPtr.Size) is var entry && entry != 0; i++) yield return VoiceEntry.Read(entry);
    }

    public (List<short> Samples, List<string> Events) Say(string voice, int wordsPerMinute, string text)
    {
        if (voice != _voice)
        {
            if (Espeak.SetVoiceByName(File(voice)) != 0) throw new EngineException($"no voice {voice}");
            _voice = voice;
        }
        _ = Espeak.SetParameter(Espeak.ParameterRate, wordsPerMinute, 0);
        Samples.Clear();
        Events.Clear();
        var bytes = Encoding.UTF8.GetBytes(text + "\0");
        var result = Espeak.Synth(bytes, (nuint)bytes.Length, 0, Espeak.PositionCharacter, 0, Espeak.CharsUtf8, 0, 0);
        return result == 0 ? (Samples, Events) : throw new EngineException($"synthesis failed with {result}");
    }

    /// <summary>"fr-fr+f3" → "roa/fr+f3".</summary>
    private static string File(string voice)
    {
        var variant = voice.IndexOf('+', StringComparison.Ordinal);
        var id = variant < 0 ? voice : voice[..variant];
        var entry = Voices().FirstOrDefault(entry => entry.Id == id) ?? throw new EngineException($"no voice {voice}");
        return entry.File + (variant < 0 ? "" : voice[variant..]);
    }

    public void Dispose() => _ = Espeak.Terminate();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe int Receive(short* wave, int count, SpeechEvent* events)
    {
        for (var e = events; e->Type != SpeechEvent.ListTerminated; e++)
        {
            if (e->Type == SpeechEvent.Word) Events.Add($"word\t{e->TextPosition - 1}\t{e->Length}\t{e->Sample}");
            else if (e->Type == SpeechEvent.Phoneme) Events.Add($"phoneme\t{e->Name()}\t{e->Sample}");
        }
        if (wave != null && count > 0) Samples.AddRange(new ReadOnlySpan<short>(wave, count));
        return 0;
    }
}
