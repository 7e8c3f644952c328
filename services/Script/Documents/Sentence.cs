namespace Reelsmith.Script.Documents;

/// <summary>A sentence of a text, or a clause of a very long one.</summary>
internal sealed record Sentence
{
    /// <summary>As written, white space normalised.</summary>
    public required string Text { get; init; }

    /// <summary>Which paragraph it stands in, from 0; every item of a list is its own.</summary>
    public required int Paragraph { get; init; }

    /// <summary>How many headings precede it.</summary>
    public int Section { get; init; }

    /// <summary>The heading that it stands under, or null.</summary>
    public string? Heading { get; init; }

    /// <summary>The list of which it is (part of) an item, from 1, or 0.</summary>
    public int List { get; init; }

    /// <summary>Whether it goes on with what the sentence before began: a quotation, or the same long sentence.</summary>
    public bool Continues { get; init; }
}
