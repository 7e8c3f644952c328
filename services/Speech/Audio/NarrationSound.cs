using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Processes;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Speech.Audio;

/// <summary>From the engine's samples to 48 kHz at the common loudness of narrations.</summary>
internal static partial class NarrationSound
{
    /// <summary>What every narration is brought to, so that voices and scenes are equally loud (ITU-R BS.1770, integrated).</summary>
    public const double TargetLufs = -20;

    private const double HighestPeak = 0.89; // −1 dBFS
    private const double LoudnessFloor = -69.9; // what the meter says of silence

    // the meter needs blocks of 400 ms; shorter sounds are measured with silence after them
    private const int ShortestMeasuredSeconds = 1;

    /// <summary>Samples of the narration at 48 kHz, 16 bit.</summary>
    public static async Task<short[]> Level(SpeechTrack track, StageWork work, CancellationToken cancellationToken)
    {
        var length = AtOutputRate(track.Samples.Length, track.SampleRate);
        var (samples, lufs) = await ResampleAndMeasure(track, work, cancellationToken);
        var gain = lufs <= LoudnessFloor ? 1 : Math.Pow(10, (TargetLufs - lufs) / 20);
        var peak = 0f;
        foreach (var sample in samples) peak = Math.Max(peak, Math.Abs(sample));
        if (peak > 0) gain = Math.Min(gain, HighestPeak / peak);
        var levelled = new short[length];
        for (var i = 0; i < Math.Min(length, samples.Length); i++) levelled[i] = (short)Math.Round(Math.Clamp(samples[i] * gain, -1, 1) * short.MaxValue);
        return levelled;
    }

    /// <summary>Where a sample of the engine's lies at 48 kHz.</summary>
    public static long AtOutputRate(long sample, int rate) => ((sample * VideoFormat.SampleRate) + (rate / 2)) / rate;

    private static async Task<(float[] Samples, double Lufs)> ResampleAndMeasure(SpeechTrack track, StageWork work, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-hide_banner", "-nostats", "-f", "s16le", "-ar", track.SampleRate.ToString(CultureInfo.InvariantCulture), "-ac", "1", "-i", "pipe:0",
            "-af", $"apad=whole_dur={ShortestMeasuredSeconds},aresample={VideoFormat.SampleRate}:resampler=soxr,ebur128=framelog=verbose",
            "-ar", VideoFormat.SampleRate.ToString(CultureInfo.InvariantCulture), "-f", "f32le", "pipe:1",
        ];
        await using var ffmpeg = ChildProcess.Start("ffmpeg", arguments, work, cancellationToken: cancellationToken);
        using var output = new MemoryStream();
        var reading = ffmpeg.StandardOutput.CopyToAsync(output, cancellationToken);
        try
        {
            await ffmpeg.StandardInput.WriteAsync(MemoryMarshal.AsBytes(track.Samples.AsSpan()).ToArray(), cancellationToken);
            ffmpeg.CloseInput();
        }
        catch (IOException)
        {
            // it ended without reading everything; its exit code tells why
        }
        await reading;
        await ffmpeg.WaitForSuccess(cancellationToken);
        var samples = MemoryMarshal.Cast<byte, float>(output.GetBuffer().AsSpan(0, (int)output.Length)).ToArray();
        var measured = IntegratedLoudness().Matches(ffmpeg.ErrorTail).LastOrDefault()
            ?? throw new InvalidDataException("ffmpeg's ebur128 filter printed no loudness.");
        return (samples, double.Parse(measured.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\bI:\s+(-?[\d.]+) LUFS")]
    private static partial Regex IntegratedLoudness();
}
