namespace Reelsmith.Chaos.Tests;

/// <summary>What a client does with a job that it has submitted.</summary>
internal enum Change
{
    None,

    /// <summary>Its storyboard is edited as soon as there is one.</summary>
    EditedWhileMade,

    /// <summary>Its storyboard is edited when it is completed.</summary>
    EditedAfterwards,

    /// <summary>It is tried again when it has failed or was cancelled.</summary>
    TriedAgain,
}
