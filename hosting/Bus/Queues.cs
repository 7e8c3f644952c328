using MassTransit;

namespace Reelsmith.Hosting.Bus;

/// <summary>One queue a stage, and one for each engine that only some of its workers have; commands are sent to them, events are published.</summary>
public static class Queues
{
    public const string Gateway = "gateway";
    public const string Script = "script";
    public const string Speech = "speech";
    public const string Video = "video";
    public const string Composer = "composer";

    /// <summary>Commands that failed before they were begun.</summary>
    public const string GatewayFaults = "gateway-faults";

    /// <summary>Commands that the broker has given up.</summary>
    public const string Dead = "gateway-dead";

    /// <summary>Scenes for the preview: apart from the composer's, so that watching never waits behind a film.</summary>
    public const string Preview = "preview";

    /// <summary>Files made out of finished films.</summary>
    public const string Derived = "derived";

    /// <summary>Which voices there are.</summary>
    public const string Voices = "voices";

    /// <summary>What a stage works with: apart from its commands', so that the answer never waits behind work.</summary>
    public static string Engines(string stage) => $"{stage}-engines";

    /// <summary>Commands that any worker of a stage can do.</summary>
    public static IReadOnlyList<string> OfStages { get; } = [Script, Speech, Video, Composer];

    /// <summary>Commands for engines that not every worker of their stage has.</summary>
    public static IReadOnlyList<string> OfEngines { get; } = [OfEngine(Speech, "festival")];

    /// <summary>Those whose messages are work of a job.</summary>
    public static IReadOnlyList<string> OfCommands { get; } = [.. OfStages, .. OfEngines];

    /// <summary>Those that outlive processes.</summary>
    public static IReadOnlyList<string> All { get; } = [Gateway, GatewayFaults, Dead, .. OfCommands, Preview, Derived, Voices, .. OfStages.Select(Engines)];

    public static string OfEngine(string stage, string engine) => $"{stage}-{engine}";

    /// <summary>Whose commands wait in a queue.</summary>
    public static string StageOf(string queue) => queue.Split('-')[0];

    /// <summary>The queue that a message came by.</summary>
    public static string OfDelivery(ConsumeContext context) => context.ReceiveContext.InputAddress.Segments[^1];

    // The exchange in front of the queue: a sender need not know how the queue is kept.
    public static Uri Address(string queue) => new($"exchange:{queue}");
}
