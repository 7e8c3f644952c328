using System.Text;
using RabbitMQ.Client;

namespace Reelsmith.Hosting.Bus;

/// <summary>A message that could not be worked on.</summary>
/// <param name="Id">The bus's id of it.</param>
/// <param name="Queue">The queue that it came from.</param>
/// <param name="Kind">Name of the contract.</param>
/// <param name="JobId">Whose it is; null when it does not say.</param>
/// <param name="At">When it failed.</param>
/// <param name="Reason">Why.</param>
public sealed record FailedMessage(string Id, string Queue, string Kind, Guid? JobId, DateTimeOffset? At, string Reason)
{
    // As MassTransit writes them.
    private const string Message = "MT-Fault-Message";
    private const string Timestamp = "MT-Fault-Timestamp";

    internal static FailedMessage Of(string queue, BasicGetResult message)
    {
        using var envelope = System.Text.Json.JsonDocument.Parse(message.Body);
        var root = envelope.RootElement;
        var kind = root.TryGetProperty("messageType", out var types) && types.GetArrayLength() > 0 ? types[0].GetString()!.Split(':')[^1] : "?";
        Guid? job = root.TryGetProperty("message", out var content) && content.TryGetProperty("jobId", out var id) && id.TryGetGuid(out var jobId) ? jobId : null;
        var at = DateTimeOffset.TryParse(Header(message, Timestamp), System.Globalization.CultureInfo.InvariantCulture, out var when) ? when : (DateTimeOffset?)null;
        return new FailedMessage(message.BasicProperties.MessageId ?? "", queue, kind, job, at, Header(message, Message) ?? "it was not understood");
    }

    private static string? Header(BasicGetResult message, string name) => message.BasicProperties.Headers?.TryGetValue(name, out var value) is true
        ? value switch { byte[] text => Encoding.UTF8.GetString(text), var other => other?.ToString() } : null;
}
