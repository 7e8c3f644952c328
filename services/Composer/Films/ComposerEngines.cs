namespace Reelsmith.Composer.Films;

/// <summary>Remembers what is installed, so that it is looked up once a process.</summary>
internal sealed class ComposerEngines : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private ComposerEngine? _found;

    public async Task<ComposerEngine> Get(CancellationToken cancellationToken)
    {
        if (_found is { FFmpeg: not null, FluidSynth: not null, SoundFont: not null } complete) return complete;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // What is missing may have been installed since.
            return _found = await ComposerEngine.Find(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
