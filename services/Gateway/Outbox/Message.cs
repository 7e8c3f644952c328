using System.Text.Json;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Outbox;

/// <summary>The messages that the gateway sends, as rows of the outbox and back.</summary>
internal static class Message
{
    private static readonly Dictionary<string, Type> Kinds =
        new[] { typeof(WriteScript), typeof(NarrateScene), typeof(RenderScene), typeof(ComposeVideo), typeof(WorkWithdrawn) }.ToDictionary(type => type.Name);

    public static OutboxRow ToRow(Guid jobId, string gateway, object message, string? traceParent = null) => new()
    {
        JobId = jobId,
        Gateway = gateway,
        Kind = message.GetType().Name,
        Message = JsonSerializer.Serialize(message, message.GetType(), ContractsJson.Compact),
        TraceParent = traceParent,
    };

    public static object FromRow(OutboxRow row) => JsonSerializer.Deserialize(row.Message, Kinds[row.Kind], ContractsJson.Compact)!;

    /// <summary>The queue that a command is sent to; null for an event, which is published.</summary>
    public static string? QueueOf(object message) => message switch
    {
        WriteScript => Queues.Script,
        NarrateScene => Queues.Speech,
        RenderScene => Queues.Video,
        ComposeVideo => Queues.Composer,
        _ => null,
    };
}
