using System.Globalization;
using Reelsmith.Composer.Films;
using Reelsmith.Composer.Sound;
using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Processes;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Tests;

/// <summary>A small film's ingredients, made by real programs in a data folder of its own.</summary>
public sealed class TestFilm : IDisposable
{
    public static VideoFormat Format { get; } = new(320, 180, 30);

    public TestFilm()
    {
        Data = new DataFolder(Path.Combine(Path.GetTempPath(), $"reelsmith composer's tests {Guid.NewGuid():N}"));
        Artifacts = new LocalArtifactStore(Data);
    }

    public DataFolder Data { get; }

    public LocalArtifactStore Artifacts { get; }

    internal FilmComposer Composer => new(Artifacts, Data);

    public void Dispose()
    {
        if (Directory.Exists(Data.Root)) Directory.Delete(Data.Root, recursive: true);
    }

    /// <summary>A scene with a moving picture and espeak-ng's voice (or given samples).</summary>
    public async Task<ComposedScene> Scene(int frames, string? says, int start = 6, string picture = "testsrc2", short[]? samples = null)
    {
        var spoken = samples ?? (says is null ? [] : await Speak(says));
        var room = (frames - start) * Format.SamplesPerFrame;
        if (spoken.Length > room) spoken = spoken[..room];
        var words = (says ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var each = words.Length == 0 ? 0 : spoken.Length / words.Length;
        var timings = new WordTimings([.. words.Select((w, i) => new SpokenWord(w, (long)i * each, (long)(i + 1) * each, 0, w.Length))]);
        var audio = await Artifacts.AddBytes(Wav(spoken), "wav", default);
        return new ComposedScene(await Clip(frames, picture), frames,
            new NarrationAudio(audio, await Artifacts.AddJson(timings, default), spoken.Length, "espeak-ng:en"), start, "motion 1");
    }

    internal async Task<FilmInput> Input(Storyboard storyboard, params ComposedScene[] scenes) =>
        new(await Artifacts.AddJson(storyboard, default), scenes, Format);

    public static Storyboard Story(string? music, params string[] headlines) => new()
    {
        Title = "A film",
        Language = "en",
        Style = new Style { Music = music, Seed = 7 },
        Scenes = [.. headlines.Select((h, i) => new Scene { Narration = h, Visual = new Visual { Template = i == 0 ? Template.Title : Template.Statement, Headline = h } })],
        Sources = [new Source("wordnet", "WordNet 3.0", "volcano%1:17:00", "WordNet-3.0")],
    };

    internal async Task<(VideoFiles Files, StageWork Work)> Compose(FilmInput input, CancellationToken cancellationToken = default)
    {
        var work = new StageWork(_ => { });
        var engine = await ComposerEngine.Find(cancellationToken);
        return (await Composer.Compose(input, engine, work, cancellationToken), work);
    }

    public async Task<ArtifactRef> Clip(int frames, string picture)
    {
        var path = Artifacts.NewTemporaryPath("mp4");
        var source = picture.Contains('=', StringComparison.Ordinal) ? picture : $"{picture}=";
        var length = string.Create(CultureInfo.InvariantCulture, $"{source}:s={Format.Width}x{Format.Height}:r={Format.FramesPerSecond}").Replace("=:", "=", StringComparison.Ordinal);
        await ChildProcess.Run("ffmpeg",
        [
            "-v", "error", "-f", "lavfi", "-i", length, "-frames:v", $"{frames}", "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-profile:v", "high", "-pix_fmt", "yuv420p",
            "-g", "60", "-x264-params", "stitchable=1", "-video_track_timescale", "15360", "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv",
            "-fflags", "+bitexact", "-flags:v", "+bitexact", path,
        ], default, null, default);
        return await Artifacts.AddFile(path, default);
    }

    public static async Task<short[]> Speak(string text)
    {
        var raw = await ChildProcess.Run("espeak-ng", ["-v", "en-us", "-s", "150", "--stdout", "--stdin"], System.Text.Encoding.UTF8.GetBytes(text), null, default);
        var wav = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(wav, raw);
            var pcm = await ChildProcess.Run("ffmpeg", ["-v", "error", "-i", wav, "-ar", "48000", "-ac", "1", "-f", "s16le", "-"], default, null, default);
            return [.. System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(pcm).ToArray()];
        }
        finally
        {
            File.Delete(wav);
        }
    }

    /// <summary>Ids of the programs whose working folder lies in a folder.</summary>
    public static IReadOnlyList<int> ProgramsIn(string folder) =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, out _)).Select(n => int.Parse(n!, CultureInfo.InvariantCulture))
            .Where(id => WorkingFolder(id)?.StartsWith(folder, StringComparison.Ordinal) == true)];

    private static string? WorkingFolder(int id)
    {
        try
        {
            return new DirectoryInfo($"/proc/{id}/cwd").LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it has ended, or is another user's
        }
    }

    public static short[] Tone(double seconds, double hertz, double amplitude) =>
        [.. Enumerable.Range(0, (int)(seconds * 48_000)).Select(i => (short)(short.MaxValue * amplitude * Math.Sin(2 * Math.PI * hertz * i / 48_000)))];

    public static byte[] Wav(ReadOnlySpan<short> samples)
    {
        var data = System.Runtime.InteropServices.MemoryMarshal.AsBytes(samples);
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + data.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(48_000);
        writer.Write(96_000);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(data.Length);
        writer.Write(data);
        return file.ToArray();
    }
}
