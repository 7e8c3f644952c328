using System.Globalization;
using Reelsmith.Composer.Quality;
using Reelsmith.Composer.Sound;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Films;

/// <summary>Writes the film's file and checks it; when coding the sound moved its loudness or its peaks too far, mends the levels and writes again.</summary>
internal sealed class FilmFinisher(WorkFolder folder, StageWork work, FilmParts parts, FilmMix mix, QualityRules rules)
{
    private const int Attempts = 3;

    // AAC moves peaks by some tenths of a decibel; −1 dBTP is asked of the coded sound.
    private const double FirstCeiling = -1.9;
    private const double MostTruePeak = -1.05;
    private const double PeakMargin = 0.3;
    private const double LoudnessWorthMending = 0.35;

    /// <exception cref="ReelsmithException"><c>qc_failed</c>.</exception>
    public async Task<FinishedFilm> Finish(CancellationToken cancellationToken)
    {
        var master = new MixMaster(parts.Timeline, mix);
        var levels = Measured(master, FirstCeiling, cancellationToken);
        work.Progress(FilmSteps.Measured);
        for (var attempt = 1; ; attempt++)
        {
            await new FilmMuxer(folder, work).Write(parts.Timeline, mix, levels, parts.Storyboard.Language, parts.Cues.Count > 0,
                subtitlesShown: !parts.Storyboard.Style.Captions, cancellationToken);
            work.Progress(FilmSteps.Muxed);
            var (report, signals) = await Check(cancellationToken);
            work.Progress(FilmSteps.Checked);
            if (attempt < Attempts && signals is not null && Mended(levels, signals, master, cancellationToken) is { } mended)
            {
                levels = mended;
                continue;
            }
            if (report.Checks.FirstOrDefault(c => c.Outcome == QualityOutcome.Failed) is { } failed) throw Failed(failed);
            return new FinishedFilm(levels, report);
        }
    }

    private MixLevels Measured(MixMaster master, double ceilingDb, CancellationToken cancellationToken) =>
        work.Measure(() => master.Measure(ceilingDb, cancellationToken));

    private MixLevels? Mended(MixLevels levels, FilmSignals signals, MixMaster master, CancellationToken cancellationToken)
    {
        if (signals.TruePeak > MostTruePeak) return Measured(master, levels.CeilingDb - (signals.TruePeak - MostTruePeak) - PeakMargin, cancellationToken);
        var off = signals.Loudness - MixMaster.TargetLoudness;
        return double.IsFinite(off) && Math.Abs(off) > LoudnessWorthMending ? levels with { Master = levels.Master * Decibels.ToGain(-off) } : null;
    }

    private async Task<(QualityReport Report, FilmSignals? Signals)> Check(CancellationToken cancellationToken)
    {
        var inspector = new FilmInspector(folder, work);
        bool faststart;
        await using (var file = File.OpenRead(folder.File(FilmMuxer.Video))) faststart = Faststart.Is(file);
        var container = rules.Container(faststart, await inspector.Probe(cancellationToken), await inspector.PictureTimes(cancellationToken));
        try
        {
            var signals = await inspector.Decode(parts.Input.Format, parts.Timeline.Seconds, cancellationToken);
            return (QualityReport.Of([.. container, .. rules.Signals(signals)]), signals);
        }
        catch (ReelsmithException e) when (e.Failure.Code == "program_failed")
        {
            return (QualityReport.Of([.. container, QualityCheck.Require("decodes", false, e.Failure.Message, "without errors")]), null);
        }
    }

    private static ReelsmithException Failed(QualityCheck check) => new(new Failure(FailureKind.Internal, "qc_failed",
        string.Create(CultureInfo.InvariantCulture, $"The finished film failed its check '{check.Name}': measured {check.Measured}, expected {check.Expected}."),
        "Run the same command again; if it fails again, this is a fault in Reelsmith: please report it with this message.", Engine: "composer"));
}
