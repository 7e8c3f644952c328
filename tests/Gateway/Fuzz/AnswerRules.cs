using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>What holds for every answer, whatever was asked.</summary>
internal sealed class AnswerRules(ApiDescription api, string foreign)
{
    // The server itself refuses what is no HTTP, before anything of Reelsmith's is asked; those answers have no body.
    private static readonly HashSet<int> ByServer = [400, 408, 411, 413, 414, 417, 431];

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    public string? Fault(FuzzRequest request, RawAnswer answer)
    {
        if (answer.Text.Contains(FuzzedServer.Secret, StringComparison.Ordinal)) return "tells the secret of another file";
        if (ByServer.Contains(answer.Status) && answer["x-request-id"] is null) return answer.Body.Length == 0 && answer["Connection"] == "close" ? null : "is the server's own, with a body";
        if (answer.Status >= 500 && !(answer.Status == 503 && request.Operation.Answers.ContainsKey("503"))) return "is a failure of the server";
        if (answer["x-request-id"] is not { Length: > 0 and <= 128 } || answer.Headers.Count(header => header.Name.Equals("x-request-id", StringComparison.OrdinalIgnoreCase)) != 1) return "has no request id";
        if (answer["X-Content-Type-Options"] != "nosniff") return "may be taken for something else";
        if (answer.Headers.Any(header => header.Name is "X-Evil" or "Set-Cookie" or "Server")) return "has a header that nobody asked for";
        if (answer.ContentType is "text/html" or "application/xhtml+xml" or "image/svg+xml" && (!request.FullTarget().Contains("docs", StringComparison.OrdinalIgnoreCase) || answer.Text.Contains(Hostile.Script, StringComparison.Ordinal))) return "is a page";
        if (request.Mutations.Count == 0 && request.Path.GetValueOrDefault("id") is { } id && answer.Status < 400 && (id == foreign) != (request.Key == KeyHolder.Other)) return "is about somebody else's video";
        // A target may have become "/", which leads everybody to the documentation.
        if (request.Operation.NeedsKey && request.Key == KeyHolder.Nobody && answer.Status < 400 && answer["Location"] != "/docs") return "is given without a key";
        if (answer.Status >= 400) return request.Method.Equals("HEAD", StringComparison.Ordinal) ? answer.Body.Length == 0 ? null : "has a body" : ErrorFault(answer);
        if (answer.Status is 204 or 304 || request.Method == "HEAD") return answer.Body.Length == 0 ? null : "has a body";
        return null;
    }

    /// <summary>Whether a success is what the document says of the operation.</summary>
    public string? ContractFault(ApiOperation operation, RawAnswer answer, bool head)
    {
        var status = $"{answer.Status}";
        if (!operation.Answers.TryGetValue(status, out var contents)) return $"has the status {status}, which is not documented";
        if (head || answer.Body.Length == 0) return null;
        if (contents.Count > 0 && !contents.ContainsKey(answer.ContentType)) return $"is {answer.ContentType}, which is not documented";
        return contents.GetValueOrDefault(answer.ContentType) is JsonObject { Count: > 0 } schema && answer.ContentType == "application/json" && api.Faults(schema, answer.Text) is { } faults ? $"is not of its schema: {faults}" : null;
    }

    public static string? InsidesFault(string text) => text.Contains("   at ", StringComparison.Ordinal) || text.Contains("System.", StringComparison.Ordinal) || text.Contains("Exception", StringComparison.Ordinal)
        ? "tells of the program's insides" : null;

    private static string? ErrorFault(RawAnswer answer)
    {
        if (answer.ContentType != "application/json") return $"is an error as {answer.ContentType}";
        if (answer.Status is 429 or 503 && answer["Retry-After"] is null) return "does not say when to try again";
        try
        {
            var root = JsonDocument.Parse(answer.Body).RootElement;
            var error = root.GetProperty("error");
            if (root.EnumerateObject().Count() != 1 || !error.EnumerateObject().Select(member => member.Name).SequenceEqual(["message", "type", "param", "code"])) return "is an error of another shape";
            if (string.IsNullOrEmpty(error.GetProperty("message").GetString()) || string.IsNullOrEmpty(error.GetProperty("code").GetString())) return "does not say what is wrong";
            return InsidesFault(error.GetProperty("message").GetString()!);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"is an error that cannot be read: {e.Message}";
        }
    }
}
