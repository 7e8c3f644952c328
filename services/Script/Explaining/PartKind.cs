namespace Reelsmith.Script.Explaining;

/// <summary>What a part of an explanation is about.</summary>
internal enum PartKind
{
    /// <summary>What the subject is; the first one opens the film.</summary>
    Definition,

    /// <summary>Kinds of the subject.</summary>
    Kinds,

    /// <summary>What the subject is made of.</summary>
    Parts,

    /// <summary>What the subject is part of.</summary>
    Wholes,

    /// <summary>Instances, or the subject in use.</summary>
    Examples,

    /// <summary>What the subject is not, or a neighbouring meaning.</summary>
    Contrast,

    /// <summary>The end of the film.</summary>
    Closing,
}
