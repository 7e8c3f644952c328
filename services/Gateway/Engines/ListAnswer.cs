namespace Reelsmith.Gateway.Engines;

/// <summary>A list, whole.</summary>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Data)
{
    /// <summary>Always "list".</summary>
    public string Object { get; } = "list";
}
