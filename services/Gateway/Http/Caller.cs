namespace Reelsmith.Gateway.Http;

/// <summary>Who sends a request.</summary>
/// <param name="Id">What their jobs belong to; empty for the person at this machine, when keys are off.</param>
/// <param name="Name">What to call them.</param>
public sealed record Caller(string Id, string Name)
{
    /// <summary>Whoever is at this machine: the caller of every request while keys are off.</summary>
    public static Caller Local { get; } = new("", "local");
}
