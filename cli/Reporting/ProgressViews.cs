using Reelsmith.Gateway.Progress;

namespace Reelsmith.Cli.Reporting;

/// <summary>Several views of one job.</summary>
internal sealed class ProgressViews(params IReadOnlyList<IProgressView> views) : IProgressView
{
    public void Show(JobSnapshot job)
    {
        foreach (var view in views) view.Show(job);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var view in views) await view.DisposeAsync();
    }
}
