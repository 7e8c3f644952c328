namespace Reelsmith.Gateway.Tests.Webhooks;

internal sealed record Received(string Line, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Id => Headers["webhook-id"];
}
