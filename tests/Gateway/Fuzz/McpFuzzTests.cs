using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Reelsmith.Tests.Mcp;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>Every tool of the MCP server under calls that mean harm, made from the schemas that it gives of its tools. REELSMITH_FUZZ_SEED sets another.</summary>
public sealed class McpFuzzTests
{
    private const int Requests = 1_000;
    private const int Batch = 250;
    private const int AtOnce = 12;

    private static readonly ApiOperation Operation = new("mcp", "POST", "/mcp", [], new Dictionary<string, JsonNode> { ["application/json"] = new JsonObject() }, new Dictionary<string, IReadOnlyDictionary<string, JsonNode?>>(), false);

    [Fact]
    public async Task No_call_of_a_tool_breaks_the_server_or_leaves_its_data_folder()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("REELSMITH_FUZZ_SEED"), out var asked) ? asked : Random.Shared.Next();
        await using var server = await FuzzedServer.Start();
        var api = new ApiDescription(await server.Http.Client.GetStringAsync("/openapi/v1.json"));
        var tools = await Tools(server.Http.Address);
        var (faults, statuses, results) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<int, int>(), 0);

        for (var done = 0; done < Requests; done += Batch)
        {
            await server.Restock(1);
            string[] ids = [.. server.Own.Keys, server.Foreign];
            await Parallel.ForEachAsync(Enumerable.Range(done, Batch), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (n, _) =>
            {
                var random = new Random(seed + n);
                var request = new RequestFuzzer(api, random, ids, server.SecretPaths).Mutated(Call(api, tools, ids, random));
                var answer = await RawClient.Send(server.Http.Address, request.Bytes(), halfClose: request.HalfCloses);
                if (answer is null)
                {
                    if (!request.HalfCloses && request.Bytes().Length < 16_000) faults.Enqueue($"{seed + n}: closed without an answer: {request}");
                    return;
                }
                statuses.AddOrUpdate(answer.Status, 1, (_, known) => known + 1);
                if (answer.Text.Contains("\"structuredContent\"", StringComparison.Ordinal)) Interlocked.Increment(ref results);
                if (Fault(answer) is { } fault) faults.Enqueue($"{seed + n}: {answer.Status} {fault}: {request}\n    answered {answer.ContentType} {answer.Text[..Math.Min(answer.Text.Length, 400)]}");
            });
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}: {Requests} calls of {tools.Count} tools; {string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"))}; {results} with a result");
        Assert.True(faults.IsEmpty, $"Seed {seed}, {faults.Count} faults:\n{string.Join('\n', faults.Take(25))}");
        Assert.True(results > Requests / 20, "Most calls are refused before they get anywhere.");
        await server.AssertUnharmed();
    }

    private static string? Fault(RawAnswer answer) =>
        answer.Text.Contains(FuzzedServer.Secret, StringComparison.Ordinal) ? "tells the secret of another file"
        : answer.Status >= 500 ? "is a failure of the server"
        : answer.ContentType is "text/html" or "image/svg+xml" ? "is a page"
        : answer.Status == 200 ? AnswerRules.InsidesFault(answer.Text) : null; // what is no JSON-RPC the SDK refuses in its own words

    private static async Task<List<(string Name, JsonNode Schema)>> Tools(Uri server)
    {
        await using var session = await McpSession.Open(server);
        return [.. (await session.Client.ListToolsAsync()).Select(tool => (tool.Name, JsonNode.Parse(tool.JsonSchema.GetRawText())!))];
    }

    private static FuzzRequest Call(ApiDescription api, List<(string Name, JsonNode Schema)> tools, string[] ids, Random random)
    {
        var (name, schema) = tools[random.Next(tools.Count)];
        var arguments = new ValidValues(api, random).Of(schema) as JsonObject ?? [];
        foreach (var id in arguments.Select(argument => argument.Key).Where(argument => argument is "id" or "after").ToArray()) arguments[id] = ids[random.Next(ids.Length)];
        return new FuzzRequest(Operation)
        {
            ContentType = "application/json",
            Headers = { ("Accept", "application/json, text/event-stream") },
            Json = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = random.Next(), ["method"] = "tools/call", ["params"] = new JsonObject { ["name"] = name, ["arguments"] = arguments } },
        };
    }
}
