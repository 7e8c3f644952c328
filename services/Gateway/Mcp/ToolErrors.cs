using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Mcp;

/// <summary>Turns whatever a tool throws into a result that says what to change, so that the model which called it can.</summary>
internal static class ToolErrors
{
    // What the hints for programs say in terms of HTTP, in terms of tools.
    private static readonly Dictionary<string, string> Hints = new(StringComparer.Ordinal)
    {
        ["video_not_found"] = "list_videos lists those that you have.",
        ["video_not_ready"] = "Ask get_video until its status is completed.",
        ["video_failed"] = "retry_video tries it again.",
        ["storyboard_not_ready"] = "Ask get_video until its storyboard_ready is true.",
        ["voice_unknown"] = "list_voices lists what there is.",
    };

    /// <summary>Refuses tools that are not there and arguments that the tool does not have, and catches what it throws.</summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Filter(McpRequestHandler<CallToolRequestParams, CallToolResult> next) => async (request, cancellationToken) =>
    {
        try
        {
            if (request.MatchedPrimitive is not McpServerTool tool) throw Unknown(request);
            RefuseUnknown(tool.ProtocolTool, request.Params.Arguments);
            LeaveOutNulls(request.Params);
            return await next(request, cancellationToken);
        }
        catch (ReelsmithException e) when (e.Failure.Kind != FailureKind.Internal)
        {
            return Failed(e.Failure.Code, e.Failure.Message, Hints.GetValueOrDefault(e.Failure.Code, e.Failure.Hint));
        }
        catch (JsonException) when (request.MatchedPrimitive is McpServerTool tool)
        {
            return Failed("argument_invalid", $"{WrongOf(tool.ProtocolTool, request.Params.Arguments)} has a value of another kind.", "Compare it with the tool's input schema.");
        }
        catch (ArgumentException e) when (e.ParamName == "arguments")
        {
            return Failed("argument_missing", FirstSentence(e.Message) + ".", "Give it, as the tool's input schema says.");
        }
    };

    private static ReelsmithException Unknown(RequestContext<CallToolRequestParams> request)
    {
        string[] known = [.. request.Server.ServerOptions.ToolCollection?.PrimitiveNames ?? []];
        var name = request.Params?.Name ?? ""; // the SDK takes null
        return ReelsmithException.InvalidInput("tool_unknown", $"There is no tool \"{name}\".",
            NearestName.Of(name, known) is { } meant ? $"Did you mean \"{meant}\"?" : $"The tools are {string.Join(", ", known)}.");
    }

    private static void RefuseUnknown(Tool tool, IDictionary<string, JsonElement>? arguments)
    {
        string[] known = [.. tool.InputSchema.GetProperty("properties").EnumerateObject().Select(property => property.Name)];
        foreach (var name in arguments?.Keys ?? [])
        {
            if (known.Contains(name)) continue;
            throw ReelsmithException.InvalidInput("argument_unknown", $"{tool.Name} has no argument \"{name}\".",
                NearestName.Of(name, known) is { } meant ? $"Did you mean \"{meant}\"?" : $"Its arguments are {string.Join(", ", known)}.");
        }
    }

    // Models send null for what they leave out.
    private static void LeaveOutNulls(CallToolRequestParams call)
    {
        if (call.Arguments is { } given) call.Arguments = given.Where(argument => argument.Value.ValueKind != JsonValueKind.Null).ToDictionary();
    }

    // The binding does not say which it was.
    private static string WrongOf(Tool tool, IDictionary<string, JsonElement>? arguments)
    {
        var properties = tool.InputSchema.GetProperty("properties");
        string[] wrong = [.. (arguments ?? new Dictionary<string, JsonElement>()).Where(argument => !Fits(properties.GetProperty(argument.Key), argument.Value)).Select(argument => $"\"{argument.Key}\"")];
        return wrong.Length == 0 ? "An argument" : string.Join(" or ", wrong);
    }

    private static bool Fits(JsonElement schema, JsonElement value)
    {
        if (!schema.TryGetProperty("type", out var type)) return true;
        var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()) : [type.GetString()];
        return types.Any(one => value.ValueKind switch
        {
            JsonValueKind.Number => one is "number" || (one is "integer" && value.TryGetInt32(out _)),
            JsonValueKind.True or JsonValueKind.False => one is "boolean",
            _ => string.Equals(one, value.ValueKind.ToString(), StringComparison.OrdinalIgnoreCase),
        });
    }

    private static CallToolResult Failed(string code, string message, string hint) => new() { IsError = true, Content = [new TextContentBlock { Text = $"{message} {hint} ({code})" }] };

    private static string FirstSentence(string message) => (message.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message).TrimEnd('.');
}
