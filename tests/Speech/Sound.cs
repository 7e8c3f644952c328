using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Tests;

public sealed partial class Sound(SpeechProcess speech) : IClassFixture<SpeechProcess>
{
    [Theory]
    [InlineData("en", null, "The volcano erupted, and the sky went dark. Nobody had expected it!")]
    [InlineData("de", null, "Der Vulkan brach aus, und der Himmel wurde dunkel.")]
    [InlineData("zh", "espeak-cmn+f3", "火山爆发了，天空变暗了。")]
    [InlineData("en", null, "Go.")]
    public async Task Every_narration_is_equally_loud_and_trimmed(string language, string? voice, string text)
    {
        var spoken = await speech.Speak(text, language, voice, TestContext.Current.CancellationToken);
        var file = await File.ReadAllBytesAsync(spoken.Path, TestContext.Current.CancellationToken);
        var samples = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(file.AsSpan(44)).ToArray();
        var peak = samples.Max(sample => Math.Abs((int)sample));
        var first = Array.FindIndex(samples, sample => Math.Abs((int)sample) > peak / 100);
        var last = Array.FindLastIndex(samples, sample => Math.Abs((int)sample) > peak / 100);

        Assert.Equal(spoken.Narration.Samples, samples.Length);
        Assert.InRange(peak, 1000, 30_000);
        Assert.InRange(first, 0, 48 * 60);
        Assert.InRange(samples.Length - last, 0, 48 * 120);
        if (spoken.Seconds > 2) Assert.InRange(await Loudness(spoken.Path), -21, -19);
    }

    [Theory]
    [InlineData("en", "The same text gives the same sound. Always!")]
    [InlineData("de", "Derselbe Text klingt immer gleich. Immer!")]
    public async Task The_same_narration_gives_the_same_bytes_in_another_process_and_after_other_texts(string language, string text)
    {
        await using var other = new SpeechProcess();
        await other.InitializeAsync();

        await speech.Speak("Something else, said before: it must not matter.", "en", cancellationToken: TestContext.Current.CancellationToken);
        var one = await speech.Speak(text, language, cancellationToken: TestContext.Current.CancellationToken);
        var two = await other.Speak(text, language, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(one.Narration, two.Narration);
    }

    [Fact]
    public async Task Text_that_looks_like_a_command_is_only_read()
    {
        var victim = Path.Combine(Path.GetTempPath(), $"reelsmith-{Guid.NewGuid():N}");
        var text = $"\") (system \"touch {victim}\") (print \" \\ ' and $(touch {victim}) `touch {victim}` go on";

        var spoken = await speech.Speak(text, cancellationToken: TestContext.Current.CancellationToken);
        await speech.Speak(text, voice: "espeak-en-us", cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(File.Exists(victim));
        Coverage.Check(text, spoken.Words, spoken.Narration.Samples);
    }

    [Fact]
    public async Task A_cancelled_narration_stops_and_the_next_one_is_spoken()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => speech.Speak("This is never heard.", cancellationToken: stop.Token));

        Assert.NotEmpty((await speech.Speak("This is.", cancellationToken: TestContext.Current.CancellationToken)).Words);
    }

    [Fact]
    public async Task A_text_without_a_stop_is_spoken_in_pieces()
    {
        var text = string.Join(' ', Enumerable.Repeat("stone water", 45));

        var spoken = await speech.Speak(text, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(90, spoken.Words.Count);
        Coverage.Check(text, spoken.Words, spoken.Narration.Samples);
    }

    [Theory]
    [InlineData("en", "A volcano is an opening in the crust of a planet, through which hot lava, ash and gases escape from a chamber deep below the surface. Most volcanoes are found where two plates meet. In 1815, the eruption of Mount Tambora killed about 71,000 people.")]
    [InlineData("de", "Ein Vulkan ist eine Öffnung in der Kruste eines Planeten, durch die heiße Lava, Asche und Gase aus einer Kammer tief unter der Oberfläche entweichen. Die meisten Vulkane liegen dort, wo zwei Platten aufeinandertreffen.")]
    [InlineData("fr", "Un volcan est une ouverture dans la croûte d'une planète, par laquelle la lave chaude, les cendres et les gaz s'échappent d'une chambre située sous la surface. La plupart des volcans se trouvent là où deux plaques se rencontrent.")]
    [InlineData("es", "Un volcán es una abertura en la corteza de un planeta, por la que escapan lava caliente, ceniza y gases desde una cámara situada bajo la superficie. La mayoría de los volcanes se encuentran donde se unen dos placas.")]
    [InlineData("zh", "火山是行星地壳上的开口，炽热的岩浆、火山灰和气体从地下深处的岩浆房喷出。大多数火山位于两个板块相遇的地方。")]
    public async Task The_pace_is_that_of_a_narrator(string language, string text)
    {
        var spoken = await speech.Speak(text, language, cancellationToken: TestContext.Current.CancellationToken);
        var count = language == "zh" ? text.Count(char.IsLetter) : text.Split(' ').Length;
        var perMinute = count / spoken.Seconds * 60;
        TestContext.Current.TestOutputHelper!.WriteLine($"{language} {spoken.Narration.Voice}: {perMinute:0} a minute, {spoken.Seconds:0.0} s, CPU {spoken.CpuSeconds / spoken.Seconds:0.000} s a second");

        Assert.InRange(perMinute, language == "zh" ? 200 : 120, language == "zh" ? 300 : 180);
    }

    private static async Task<double> Loudness(string path)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-hide_banner", "-nostats", "-i", path, "-af", "ebur128=framelog=verbose", "-f", "null", "-"]) { RedirectStandardError = true })!;
        var text = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(IntegratedLoudness().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"I:\s+(-[\d.]+) LUFS")]
    private static partial Regex IntegratedLoudness();
}
