namespace Reelsmith.Script.WordNet;

/// <summary>What a part of an explanation is about.</summary>
internal enum ExplanationPartKind
{
    /// <summary>The question or the topic, and where the film begins.</summary>
    Opening,

    /// <summary>What the subject is.</summary>
    Definition,

    /// <summary>What it does, or how it is: the rest of the question.</summary>
    Predicate,

    /// <summary>What the words of the definitions mean.</summary>
    Terms,

    /// <summary>Kinds of the subject.</summary>
    Kinds,

    /// <summary>What it consists of.</summary>
    Parts,

    /// <summary>What it belongs to.</summary>
    Wholes,

    /// <summary>Particular ones.</summary>
    Examples,

    /// <summary>The other side of a comparison, or the opposite.</summary>
    Contrast,

    /// <summary>What has been said, in short.</summary>
    Closing,
}
