using System.Globalization;
using Reelsmith.Gateway.Progress;

namespace Reelsmith.Cli.Reporting;

/// <summary>A few lines for logs and pipes: one when the storyboard is there, then one every tenth.</summary>
internal sealed class PlainProgress(TextWriter output) : IProgressView
{
    private bool _told;
    private int _tenth;

    public void Show(JobSnapshot job)
    {
        if (!_told && job.Title is not null)
        {
            _told = true;
            output.WriteLine($"Storyboard: \"{job.Title}\", {job.Scenes.Count} scenes.");
        }
        var tenth = (int)(job.Fraction * 10);
        if (tenth <= _tenth || tenth == 10) return;
        _tenth = tenth;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tenth * 10} %{TimeText.Left(job.TimeLeft)}"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
