using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Tests;

/// <summary>The engine's word times against what an independent recogniser (PocketSphinx, US English) hears.</summary>
public sealed partial class TimingAgainstTheSound(SpeechProcess speech) : IClassFixture<SpeechProcess>
{
    private const string Text = "The water of the river comes from the mountains in the north. People have lived in this valley for many hundred years, "
        + "and they build their houses from stone. In the winter it is cold and the children stay at home. The old man told us a story about the great war.";

    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(80);

    [Theory]
    [InlineData("en-us-slt")]
    [InlineData("espeak-en-us")]
    public async Task Words_sound_when_the_timings_say(string voice)
    {
        var spoken = await speech.Speak(Text, "en", voice, TestContext.Current.CancellationToken);
        var plain = spoken.Words.Select(word => new string(word.Text.ToLowerInvariant().Where(char.IsLetter).ToArray())).ToList();
        var heard = await Align(spoken.Path, plain);

        Assert.Equal(plain, heard.Select(h => h.Word));
        var deviations = spoken.Words.Zip(heard, (word, h) => Math.Abs((word.Start / 48000.0) - h.Start)).ToList();
        deviations.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine($"{voice}: {deviations.Count} words; their start deviates by {deviations[deviations.Count / 2] * 1000:0} ms (median), "
            + $"{deviations[(int)(deviations.Count * 0.9)] * 1000:0} ms (90 %), {deviations[^1] * 1000:0} ms (most); {spoken.Words.Count / spoken.Seconds * 60:0} words a minute");

        Assert.True(deviations[deviations.Count / 2] <= Tolerance.TotalSeconds / 2, "the median is off");
        Assert.True(deviations[(int)(deviations.Count * 0.9)] <= Tolerance.TotalSeconds, "one word in ten is off");
    }

    [Fact]
    public async Task An_independent_recogniser_understands_most_words()
    {
        var spoken = await speech.Speak(Text[..Text.IndexOf("In the winter", StringComparison.Ordinal)], "en", cancellationToken: TestContext.Current.CancellationToken);
        var heard = (await Recognise(spoken.Path)).Select(h => h.Word).ToHashSet();

        var understood = spoken.Words.Count(word => heard.Contains(new string(word.Text.ToLowerInvariant().Where(char.IsLetter).ToArray())));

        TestContext.Current.TestOutputHelper!.WriteLine($"{understood} of {spoken.Words.Count}");
        Assert.True(understood >= spoken.Words.Count * 0.7, $"{understood} of {spoken.Words.Count}");
    }

    /// <summary>What the recogniser hears with its own language model.</summary>
    private static Task<List<(string Word, double Start, double End)>> Recognise(string path) => Listen(path, []);

    /// <summary>When the recogniser hears these words, which it is told: forced alignment.</summary>
    private static async Task<List<(string Word, double Start, double End)>> Align(string path, IEnumerable<string> words)
    {
        var grammar = Path.ChangeExtension(path, "jsgf");
        await File.WriteAllTextAsync(grammar, $"#JSGF V1.0;\ngrammar words;\npublic <words> = {string.Join(' ', words)};\n");
        return await Listen(path, ["-jsgf", grammar, "-beam", "1e-200", "-wbeam", "1e-200", "-pbeam", "1e-200", "-maxhmmpf", "-1"]);
    }

    private static async Task<List<(string Word, double Start, double End)>> Listen(string path, IEnumerable<string> options)
    {
        var narrow = Path.ChangeExtension(path, "16k.wav");
        await Run("ffmpeg", ["-v", "error", "-y", "-i", path, "-ar", "16000", "-ac", "1", narrow]);
        var text = await Run("pocketsphinx_continuous", ["-infile", narrow, "-time", "yes", "-logfn", "/dev/null", "-remove_silence", "no", .. options]);
        return [.. WordLine().Matches(text).Select(m => (m.Groups["word"].Value, Number(m, "start"), Number(m, "end")))];
    }

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static async Task<string> Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    [GeneratedRegex(@"^(?<word>[a-z'.]+)(\(\d+\))? (?<start>[\d.]+) (?<end>[\d.]+) [\d.]+$", RegexOptions.Multiline)]
    private static partial Regex WordLine();
}
