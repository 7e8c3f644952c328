using Reelsmith.Contracts;

namespace Reelsmith.Cli.Storyboards;

/// <summary>What the script stage says to the one command that it is given.</summary>
internal sealed class ScriptAnswer
{
    private readonly TaskCompletionSource<ArtifactRef> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Written(ArtifactRef storyboard) => _answer.TrySetResult(storyboard);

    public void Failed(Failure failure) => _answer.TrySetException(new ReelsmithException(failure));

    public Task<ArtifactRef> Wait(CancellationToken cancellationToken) => _answer.Task.WaitAsync(cancellationToken);
}
