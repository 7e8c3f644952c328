using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Engines;

/// <summary>Has storyboards written that belong to no job.</summary>
internal sealed class StoryboardWriting(StageSettings settings, IBus bus) : IDisposable
{
    private readonly SemaphoreSlim _free = new(settings.StoryboardsAtOnce, settings.StoryboardsAtOnce);

    /// <param name="cancellationToken">Nobody waits for it any more: the work stops.</param>
    /// <exception cref="ReelsmithException">It cannot be written, or too many are being written.</exception>
    public async Task<ArtifactRef> Write(VideoRequest request, CancellationToken cancellationToken)
    {
        if (!_free.Wait(0, CancellationToken.None)) throw ReelsmithException.Busy("storyboards_busy", "Too many storyboards are being written.", "Try again in a few seconds.");
        var command = new WriteScript(Guid.NewGuid(), request);
        try
        {
            return (await bus.Ask<WriteScript, ScriptWritten>(StageName.Script, Queues.Script, command, settings.StoryboardWithin, cancellationToken)).Storyboard;
        }
        catch (Exception e) when (e is OperationCanceledException or ReelsmithException { Failure.Code: StageRequests.Unanswered })
        {
            await bus.Publish(new WorkWithdrawn(command.JobId, command.Revision), CancellationToken.None);
            throw;
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
