using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Topology.Tests.Jobs;

/// <summary>Stages of which one never ends, until it is told to.</summary>
internal sealed class Held<TCommand> where TCommand : class
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _free = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Held() => Stages = new FakeStages { Storyboard = SampleStoryboard.Of(1), Before = Hold };

    public FakeStages Stages { get; }

    /// <summary>What is held.</summary>
    public TCommand? Command { get; private set; }

    public Task Reached => _reached.Task;

    /// <summary>Its token has fired.</summary>
    public Task LetGo => _letGo.Task;

    public void Release() => _free.SetResult();

    private async Task Hold(object command, CancellationToken cancellationToken)
    {
        if (command is not TCommand held) return;
        Command = held;
        _reached.TrySetResult();
        try
        {
            await _free.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            _letGo.TrySetResult();
        }
    }
}
