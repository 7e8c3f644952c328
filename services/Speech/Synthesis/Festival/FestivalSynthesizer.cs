using System.Globalization;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Stages;
using Reelsmith.Speech.Normalisation;
using Reelsmith.Speech.Voices;

namespace Reelsmith.Speech.Synthesis.Festival;

/// <summary>Festival with the HTS voice cmu_us_slt_arctic. Word times are those of its utterance structure: every token's words,
/// their syllables, their segments.</summary>
internal sealed class FestivalSynthesizer : ISpeechSynthesizer, IAsyncDisposable
{
    public const string EngineName = "festival";
    public const string SltId = "en-us-slt";

    private static readonly TimeSpan SentenceLimit = TimeSpan.FromSeconds(90);
    private static readonly string Script = ReadScript();

    private readonly EnginePool _pool = new(() => EngineProcess.Start(EngineName, "festival", ["--pipe"], Script));

    public string Engine => EngineName;

    public async Task<IReadOnlyList<Voice>> Voices(CancellationToken cancellationToken)
    {
        var version = await Version(cancellationToken);
        return version is null ? [] : [Slt(version)];
    }

    /// <summary>The voice; not ready when no version is known.</summary>
    public static Voice Slt(string? version) => new(SltId, "SLT (American English, female)", EngineName, version, ["en-US", "en"], Ready: version is not null);

    public Task<IReadOnlyList<SpokenSentence>> Speak(IReadOnlyList<SpeechSentence> sentences, Voice voice, StageWork work, CancellationToken cancellationToken) =>
        _pool.Use<IReadOnlyList<SpokenSentence>>(async process =>
        {
            var before = process.CpuTime();
            var spoken = new List<SpokenSentence>(sentences.Count);
            foreach (var sentence in sentences)
            {
                await work.GiveWay(cancellationToken);
                spoken.Add(await Say(process, sentence, cancellationToken));
                work.Progress((double)spoken.Count / (sentences.Count + 1));
            }
            work.AddCpu(process.CpuTime() - before);
            return spoken;
        });

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    /// <summary>Null when Festival or the voice is not installed.</summary>
    private async Task<string?> Version(CancellationToken cancellationToken)
    {
        try
        {
            return await _pool.Use(async process =>
            {
                await process.Send("(reelsmith_about)\n(reelsmith_end)\n", cancellationToken);
                var about = (await process.ReadLine(cancellationToken)).Split(' ');
                if (about is not ["about", ..] || await process.ReadLine(cancellationToken) != "end") return null;
                return about is ["about", var version, "ready"] ? version : null;
            });
        }
        catch (ReelsmithException e) when (e.Failure.Code is "program_missing" or "engine_ended")
        {
            return null;
        }
    }

    private static async Task<SpokenSentence> Say(EngineProcess process, SpeechSentence sentence, CancellationToken cancellationToken)
    {
        var text = FestivalText.Of(sentence);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(SentenceLimit);
        try
        {
            await process.Send($"(reelsmith_say \"{text.Text}\")\n(reelsmith_end)\n", limit.Token);
            return await ReadAnswer(process, text, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ReelsmithException.Transient("engine_hung", $"Festival did not answer within {SentenceLimit.TotalSeconds:0} s.", "Run the same command again.", EngineName);
        }
    }

    private static async Task<SpokenSentence> ReadAnswer(EngineProcess process, FestivalText text, CancellationToken cancellationToken)
    {
        var tokens = new List<(double Start, double End)>();
        while (true)
        {
            var fields = (await process.ReadLine(cancellationToken)).Split(' ');
            switch (fields)
            {
                case ["token", var start, var end]:
                    tokens.Add((Seconds(start), Seconds(end)));
                    break;
                case ["wave", var count, var rate] when tokens.Count == text.Tokens.Sum():
                    var sampleRate = int.Parse(rate, CultureInfo.InvariantCulture);
                    var samples = await process.ReadSamples(int.Parse(count, CultureInfo.InvariantCulture), cancellationToken);
                    if (await process.ReadLine(cancellationToken) != "end") throw Failed(process, text);
                    return new SpokenSentence(samples, sampleRate, WordSpans(text, tokens, sampleRate));
                default:
                    throw Failed(process, text);
            }
        }
    }

    private static List<SampleSpan?> WordSpans(FestivalText text, List<(double Start, double End)> tokens, int sampleRate)
    {
        var spans = new List<SampleSpan?>(text.Tokens.Count);
        var next = 0;
        foreach (var count in text.Tokens)
        {
            var sounding = tokens.Skip(next).Take(count).Where(token => token.Start >= 0).ToList();
            next += count;
            spans.Add(sounding.Count == 0 ? null : new SampleSpan((long)Math.Round(sounding[0].Start * sampleRate), (long)Math.Round(sounding[^1].End * sampleRate)));
        }
        return spans;
    }

    private static ReelsmithException Failed(EngineProcess process, FestivalText text) => new(new Failure(FailureKind.Internal, "engine_failed",
        $"Festival cannot speak “{text.Text}”: {process.ErrorTail.Trim()}", "Try the voice espeak-en-us, or word that sentence another way.", Engine: EngineName));

    private static double Seconds(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string ReadScript()
    {
        using var stream = typeof(FestivalSynthesizer).Assembly.GetManifestResourceStream("reelsmith.scm")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd() + "\n";
    }
}
