namespace Reelsmith.NoOpServer.Deaths;

/// <summary>Where a process may kill itself: the moments between which nothing may depend on its going on.</summary>
public static class DeathPoint
{
    /// <summary>In a transaction whose statements are made.</summary>
    public const string BeforeCommit = "before-commit";

    /// <summary>What it says is on the disk, and nobody has been told.</summary>
    public const string AfterCommit = "after-commit";

    public const string BeforePublish = "before-publish";

    /// <summary>The broker has confirmed the message.</summary>
    public const string AfterPublish = "after-publish";

    /// <summary>A message is dealt with, and the broker does not know.</summary>
    public const string BeforeAck = "before-ack";

    public const string AfterAck = "after-ack";

    public static IReadOnlyList<string> OfGateways { get; } = [BeforeCommit, AfterCommit, BeforePublish, AfterPublish, BeforeAck, AfterAck];

    public static IReadOnlyList<string> OfWorkers { get; } = [BeforePublish, AfterPublish, BeforeAck, AfterAck];
}
