namespace Reelsmith.Contracts;

/// <summary>A number shown large.</summary>
public sealed record Figure
{
    /// <summary>As shown, with separators, sign and currency ("1,350", "−40", "$3.2").</summary>
    public required string Value { get; init; }

    /// <summary>After the figure, smaller ("%", "km²", "million").</summary>
    public string? Unit { get; init; }

    /// <summary>What is counted, under the figure.</summary>
    public string? Label { get; init; }
}
