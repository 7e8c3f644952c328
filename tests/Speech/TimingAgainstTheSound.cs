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
        var heard = await Recognise(spoken.Path);

        var deviations = new List<double>();
        var next = 0;
        foreach (var word in spoken.Words)
        {
            var plain = new string(word.Text.ToLowerInvariant().Where(char.IsLetter).ToArray());
            var start = word.Start / 48000.0;
            var match = heard.FindIndex(next, h => h.Word == plain && Math.Abs(h.Start - start) < 0.6);
            if (match < 0) continue;
            next = match + 1;
            deviations.Add(Math.Abs(heard[match].Start - start));
        }
        deviations.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine($"{voice}: {deviations.Count} of {spoken.Words.Count} words heard; start deviates by {deviations[deviations.Count / 2] * 1000:0} ms (median), "
            + $"{deviations[(int)(deviations.Count * 0.9)] * 1000:0} ms (90 %), {deviations[^1] * 1000:0} ms (most); {spoken.Words.Count / spoken.Seconds * 60:0} words a minute");

        Assert.True(deviations.Count >= 20, $"only {deviations.Count} words were heard");
        Assert.True(deviations[deviations.Count / 2] <= Tolerance.TotalSeconds / 2, "the median is off");
        Assert.True(deviations[(int)(deviations.Count * 0.9)] <= Tolerance.TotalSeconds, "one word in ten is off");
    }

    [Fact]
    public async Task An_independent_recogniser_understands_most_words()
    {
        var spoken = await speech.Speak(Text, "en", cancellationToken: TestContext.Current.CancellationToken);
        var heard = (await Recognise(spoken.Path)).Select(h => h.Word).ToHashSet();

        var understood = spoken.Words.Count(word => heard.Contains(new string(word.Text.ToLowerInvariant().Where(char.IsLetter).ToArray())));

        TestContext.Current.TestOutputHelper!.WriteLine($"{understood} of {spoken.Words.Count}");
        Assert.True(understood >= spoken.Words.Count * 0.7, $"{understood} of {spoken.Words.Count}");
    }

    private static async Task<List<(string Word, double Start, double End)>> Recognise(string path)
    {
        var raw = Path.ChangeExtension(Path.GetTempFileName(), "16k.wav");
        try
        {
            await Run("ffmpeg", ["-v", "error", "-y", "-i", path, "-ar", "16000", "-ac", "1", raw]);
            var text = await Run("pocketsphinx_continuous", ["-infile", raw, "-time", "yes", "-logfn", "/dev/null", "-remove_silence", "no"]);
            return [.. WordLine().Matches(text).Select(m => (m.Groups["word"].Value, double.Parse(m.Groups["start"].Value, CultureInfo.InvariantCulture), double.Parse(m.Groups["end"].Value, CultureInfo.InvariantCulture)))];
        }
        finally
        {
            File.Delete(raw);
        }
    }

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
