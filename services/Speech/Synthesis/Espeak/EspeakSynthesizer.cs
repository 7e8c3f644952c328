using System.Globalization;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Stages;
using Reelsmith.Speech.Normalisation;
using Reelsmith.Speech.Voices;

namespace Reelsmith.Speech.Synthesis.Espeak;

/// <summary>eSpeak NG, asked through the program espeak-events, which also passes on when each word sounds.
/// Each scene has a process of its own: the library carries state from one text to the next, and the same scene would not sound
/// the same, byte for byte, after another.</summary>
internal sealed class EspeakSynthesizer : ISpeechSynthesizer
{
    public const string EngineName = "espeak-ng";
    public const string IdPrefix = "espeak-";

    private static readonly TimeSpan SentenceLimit = TimeSpan.FromSeconds(60);

    public string Engine => EngineName;

    public async Task<IReadOnlyList<Voice>> Voices(CancellationToken cancellationToken)
    {
        try
        {
            await using var process = Start();
            return await ReadVoices(process, cancellationToken);
        }
        catch (ReelsmithException e) when (e.Failure.Code is "program_missing" or "engine_ended")
        {
            return [];
        }
    }

    public async Task<IReadOnlyList<SpokenSentence>> Speak(IReadOnlyList<SpeechSentence> sentences, Voice voice, StageWork work, CancellationToken cancellationToken)
    {
        await using var process = Start();
        var spoken = new List<SpokenSentence>(sentences.Count);
        foreach (var sentence in sentences)
        {
            await work.GiveWay(cancellationToken);
            spoken.Add(await Say(process, sentence, voice, cancellationToken));
            work.Progress((double)spoken.Count / (sentences.Count + 1));
        }
        work.AddCpu(process.CpuTime());
        return spoken;
    }

    private static EngineProcess Start() => EngineProcess.Start(EngineName, EspeakProgram.Host, [EspeakProgram.Path]);

    private static async Task<IReadOnlyList<Voice>> ReadVoices(EngineProcess process, CancellationToken cancellationToken)
    {
        await process.Send("version\nvoices\n", cancellationToken);
        var version = (await process.ReadLine(cancellationToken)).Split('\t')[^1];
        var voices = new List<Voice>();
        while ((await process.ReadLine(cancellationToken)).Split('\t') is ["voice", var code, var name, .. var languages])
        {
            if (EspeakVoiceNames.Listed(code)) voices.Add(new Voice(IdPrefix + EspeakVoiceNames.Id(code), name, EngineName, version, languages, Ready: true));
        }
        return [.. voices.DistinctBy(voice => voice.Id)]; // a language written in two scripts is listed twice
    }

    private static async Task<SpokenSentence> Say(EngineProcess process, SpeechSentence sentence, Voice voice, CancellationToken cancellationToken)
    {
        var text = EspeakText.Of(sentence);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(SentenceLimit);
        try
        {
            var rate = SpeechRate.WordsPerMinute(voice).ToString(CultureInfo.InvariantCulture);
            await process.Send($"say\t{EspeakVoiceNames.EngineVoice(voice.Id)}\t{rate}\t{text.Text}\n", limit.Token);
            return await ReadAnswer(process, text, sentence, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ReelsmithException.Transient("engine_hung", $"eSpeak NG did not answer within {SentenceLimit.TotalSeconds:0} s.", "Run the same command again.", EngineName);
        }
    }

    private static async Task<SpokenSentence> ReadAnswer(EngineProcess process, EspeakText text, SpeechSentence sentence, CancellationToken cancellationToken)
    {
        var answer = await process.ReadLine(cancellationToken);
        if (answer.Split('\t') is not ["audio", var rate, var samples, var events])
        {
            throw new ReelsmithException(new Failure(FailureKind.Internal, "engine_failed", $"eSpeak NG cannot speak “{text.Text}”: {answer}",
                "Word that sentence another way.", Engine: EngineName));
        }
        var words = new List<(int, long)>();
        var pauses = new List<long>();
        for (var left = int.Parse(events, CultureInfo.InvariantCulture); left > 0; left--)
        {
            switch ((await process.ReadLine(cancellationToken)).Split('\t'))
            {
                case ["word", var position, _, var sample]:
                    words.Add((int.Parse(position, CultureInfo.InvariantCulture), long.Parse(sample, CultureInfo.InvariantCulture)));
                    break;
                case ["phoneme", "_:", var sample]:
                    pauses.Add(long.Parse(sample, CultureInfo.InvariantCulture));
                    break;
            }
        }
        var sound = await process.ReadSamples(int.Parse(samples, CultureInfo.InvariantCulture), cancellationToken);
        var lengths = sentence.Words.Select(word => word.Said.Count(char.IsLetterOrDigit)).ToList();
        return new SpokenSentence(sound, int.Parse(rate, CultureInfo.InvariantCulture), EspeakWordTimes.Of(text.Starts, lengths, words, pauses, sound.Length));
    }
}
