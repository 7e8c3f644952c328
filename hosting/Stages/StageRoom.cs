namespace Reelsmith.Hosting.Stages;

/// <summary>How many commands of a stage a process works on at once, those included that it no longer holds a delivery of.</summary>
/// <param name="stage">As commands of it are run under; its queue's name.</param>
public sealed class StageRoom(string stage, int atOnce) : IDisposable
{
    private readonly SemaphoreSlim _room = new(atOnce, atOnce);

    public string Stage => stage;

    public void Dispose() => _room.Dispose();

    internal Task Enter(CancellationToken cancellationToken) => _room.WaitAsync(cancellationToken);

    internal void Leave() => _room.Release();
}
