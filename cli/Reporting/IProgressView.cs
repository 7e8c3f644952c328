using Reelsmith.Gateway.Progress;

namespace Reelsmith.Cli.Reporting;

/// <summary>Shows a person, or a program, how far a film is.</summary>
internal interface IProgressView : IAsyncDisposable
{
    void Show(JobSnapshot job);
}
