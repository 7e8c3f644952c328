using System.Globalization;
using Reelsmith.Composer.Captions;
using Reelsmith.Composer.Films;
using Reelsmith.Composer.Sound;
using Reelsmith.Contracts;

namespace Reelsmith.Composer.Quality;

/// <summary>Judges what was measured on a film. Pure.</summary>
internal sealed record QualityRules(FilmTimeline Timeline, VideoFormat Format, Storyboard Storyboard, IReadOnlyList<SubtitleCue> Cues, bool HasSound, bool HasMusic)
{
    private const double LoudnessTolerance = 0.5;
    private const double MostTruePeak = -1;
    private const double LongestSilence = 3;
    private const double LongestBlack = 1;
    private const double FrozenWorthAWord = 6;
    private const double LongestFrozen = 20;
    private const double LongestFrozenWithoutCaptions = 60;

    public IReadOnlyList<QualityCheck> Container(bool faststart, ProbedFile file, IReadOnlyList<long> pictureTimes) =>
    [
        QualityCheck.Require("faststart", faststart, faststart ? "index before media" : "media before index", "index before media"),
        .. Video(file.Video),
        Pictures(file.Video, pictureTimes),
        .. Audio(file.Audio),
        Subtitles(file.Subtitles),
        Chapters(file.Chapters),
        CaptionTimes(),
    ];

    public IReadOnlyList<QualityCheck> Signals(FilmSignals signals)
    {
        var frame = Timeline.SamplesPerFrame;
        var difference = signals.DecodedSamples - Timeline.Samples;
        var silences = signals.Silent.Where(s => s.Length > Math.Max(LongestSilence, LongestPlannedPause() + 0.5)).ToArray();
        var black = signals.Black.Where(b => b.Length > LongestBlack || b.Length > Timeline.Seconds / 2).ToArray();
        return
        [
            QualityCheck.Require("decodes", true, "without errors", "without errors"),
            QualityCheck.Require("audio_samples", Math.Abs(difference) <= frame, Number(signals.DecodedSamples), $"{Number(Timeline.Samples)} ± {frame}"),
            QualityCheck.Require("loudness", !HasSound || Math.Abs(signals.Loudness - MixMaster.TargetLoudness) <= LoudnessTolerance,
                $"{Number(signals.Loudness)} LUFS", HasSound ? $"{Number(MixMaster.TargetLoudness)} ± {Number(LoudnessTolerance)} LUFS" : "a film without sound"),
            QualityCheck.Require("true_peak", signals.TruePeak <= MostTruePeak, $"{Number(signals.TruePeak)} dBTP", $"≤ {Number(MostTruePeak)} dBTP"),
            QualityCheck.Require("clipping", signals.ClippedSamples == 0, $"{signals.ClippedSamples} samples", "0 samples"),
            QualityCheck.Require("silence", !HasSound || silences.Length == 0, Ranges(silences), "no silence longer than planned"),
            QualityCheck.Require("black", black.Length == 0, Ranges(black), "no black pictures"),
            Frozen(signals.Frozen),
        ];
    }

    private IEnumerable<QualityCheck> Video(ProbedFile.Stream? video)
    {
        yield return QualityCheck.Require("video_codec", video is { CodecName: "h264", Profile: "High", PixFmt: "yuv420p" },
            video is null ? "no video" : $"{video.CodecName} {video.Profile} {video.PixFmt}", "h264 High yuv420p");
        yield return QualityCheck.Require("colours", video is { ColorSpace: "bt709", ColorTransfer: "bt709", ColorPrimaries: "bt709", ColorRange: "tv" },
            $"{video?.ColorPrimaries}/{video?.ColorTransfer}/{video?.ColorSpace} {video?.ColorRange}", "bt709/bt709/bt709 tv");
        yield return QualityCheck.Require("size", video?.Width == Format.Width && video.Height == Format.Height, $"{video?.Width}x{video?.Height}", $"{Format.Width}x{Format.Height}");
        yield return QualityCheck.Require("frame_rate", video?.AvgFrameRate == $"{Format.FramesPerSecond}/1", video?.AvgFrameRate ?? "none", $"{Format.FramesPerSecond}/1");
        yield return Length("video_length", video);
    }

    private IEnumerable<QualityCheck> Audio(ProbedFile.Stream? audio)
    {
        yield return QualityCheck.Require("audio_codec", audio is { CodecName: "aac", SampleRate: VideoFormat.SampleRate, Channels: 2 },
            audio is null ? "no audio" : $"{audio.CodecName} {audio.SampleRate} Hz, {audio.Channels} channels", "aac 48000 Hz, 2 channels");
        yield return Length("audio_length", audio);
    }

    private QualityCheck Length(string name, ProbedFile.Stream? stream) => QualityCheck.Require(name,
        stream is not null && Math.Abs(stream.Duration - Timeline.Seconds) <= 1.0 / Format.FramesPerSecond + 1e-6,
        $"{Number(stream?.Duration ?? 0)} s", $"{Number(Timeline.Seconds)} s ± 1 frame");

    private QualityCheck Pictures(ProbedFile.Stream? video, IReadOnlyList<long> times)
    {
        var ticks = video is null ? 0 : long.Parse(video.TimeBase.Split('/')[1], CultureInfo.InvariantCulture) / (double)Format.FramesPerSecond;
        var wrong = Enumerable.Range(0, times.Count).FirstOrDefault(i => times[i] - times[0] != (long)(i * ticks), -1);
        return QualityCheck.Require("pictures", times.Count == Timeline.Frames && wrong < 0,
            wrong < 0 ? $"{times.Count}, evenly spaced" : $"{times.Count}, picture {wrong} at another time", $"{Timeline.Frames}, evenly spaced");
    }

    private QualityCheck Subtitles(ProbedFile.Stream? subtitles)
    {
        var language = LanguageTags.Iso6392(Storyboard.Language);
        var found = subtitles is null ? "none" : $"{subtitles.CodecName} {subtitles.Tags?.GetValueOrDefault("language", "und")}";
        var expected = Cues.Count == 0 ? "none" : $"mov_text {language}";
        return QualityCheck.Require("subtitle_track", found == expected, found, expected);
    }

    private QualityCheck Chapters(IReadOnlyList<ProbedFile.Chapter> chapters)
    {
        var fit = chapters.Count == Timeline.Scenes.Count
            && chapters.Zip(Timeline.Scenes).All(pair => Math.Abs(pair.First.StartTime - Timeline.SecondsAt(pair.Second.Start)) < 1.0 / Format.FramesPerSecond);
        return QualityCheck.Require("chapters", fit, $"{chapters.Count} chapters", $"{Timeline.Scenes.Count} chapters at the scenes' starts");
    }

    private QualityCheck CaptionTimes()
    {
        var ordered = Cues.All(c => c.End > c.Start) && Cues.Zip(Cues.Skip(1)).All(pair => pair.Second.Start >= pair.First.End)
            && (Cues.Count == 0 || Cues[^1].End.TotalSeconds <= Timeline.Seconds + 1e-3);
        return QualityCheck.Require("caption_times", ordered, ordered ? $"{Cues.Count} cues in order" : $"{Cues.Count} cues, overlapping or outside", "in order, inside the film");
    }

    private QualityCheck Frozen(IReadOnlyList<TimeRange> frozen)
    {
        var limit = Storyboard.Style.Captions ? LongestFrozen : LongestFrozenWithoutCaptions;
        var longest = frozen.MaxBy(f => f.Length);
        var outcome = longest is null ? QualityOutcome.Passed
            : longest.Length > limit ? QualityOutcome.Failed
            : frozen.Any(f => f.Length > FrozenWorthAWord && Spoken(f) > FrozenWorthAWord / 2) ? QualityOutcome.Warning
            : QualityOutcome.Passed;
        return new QualityCheck("frozen", outcome, longest is null ? "none" : Ranges([longest]), $"no still picture longer than {Number(limit)} s");
    }

    private double Spoken(TimeRange range) => Timeline.Scenes.Sum(s =>
        Math.Max(0, Math.Min(range.End, s.SpeechEnd / (double)VideoFormat.SampleRate) - Math.Max(range.Start, s.SpeechStart / (double)VideoFormat.SampleRate)));

    // Without music the storyboard decides how long nothing is heard.
    private double LongestPlannedPause()
    {
        if (HasMusic) return 0;
        double longest = 0, last = 0;
        foreach (var scene in Timeline.Scenes.Where(s => s.SpeechEnd > s.SpeechStart))
        {
            longest = Math.Max(longest, (scene.SpeechStart / (double)VideoFormat.SampleRate) - last);
            last = scene.SpeechEnd / (double)VideoFormat.SampleRate;
        }
        return Math.Max(longest, Timeline.Seconds - last);
    }

    private static string Ranges(TimeRange[] ranges) =>
        ranges.Length == 0 ? "none" : string.Join(", ", ranges.Select(r => $"{Number(r.Start)}–{Number(r.End)} s"));

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
