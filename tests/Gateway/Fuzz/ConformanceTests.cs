using System.Text.Json;
using System.Text.RegularExpressions;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Gateway.Tests.Videos;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>Whether what the server answers is what the OpenAPI document says.</summary>
public sealed partial class ConformanceTests
{
    private const int Seed = 20_260_101;
    private const int Rounds = 4;

    [Fact]
    public async Task Every_operation_can_be_reached_and_answers_by_its_schema()
    {
        await using var server = await FuzzedServer.Start();
        var api = new ApiDescription(await server.Http.Client.GetStringAsync("/openapi/v1.json"));
        var (faults, reached) = (new List<string>(), new HashSet<string>());

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (n, operation) in api.Operations.OrderBy(operation => operation.Method == "DELETE").Index())
            {
                await server.Restock(0);
                var id = server.Own.Last(video => video.Value == (operation.Name == "retryVideo" ? "Failed" : "Completed")).Key;
                var request = new RequestFuzzer(api, new Random(Seed + (round * api.Operations.Count) + n), [id], []).Valid(operation, id);
                foreach (var (name, value) in await Named(server, operation, id)) request.Path[name] = value;
                var answer = await RawClient.Send(server.Http.Address, request.Bytes());

                Assert.NotNull(answer);
                if (answer.Status is >= 200 and < 300) reached.Add(operation.Name);
                else faults.Add($"{answer.Status} {answer.Text}: {request}");
                if (new AnswerRules(api, server.Foreign).Fault(request, answer) is { } fault) faults.Add($"{fault}: {request}");
                if (new AnswerRules(api, server.Foreign).ContractFault(operation, answer, request.Method == "HEAD") is { } broken) faults.Add($"{broken}: {request}\n    answered {answer.Text[..Math.Min(answer.Text.Length, 400)]}");
                if (operation.Method is not "GET" and not "HEAD" && server.Own[id] != "Failed" && operation.Method != "DELETE") await server.Http.End(id);
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(20))}");
        Assert.Equal(api.Operations.Select(operation => operation.Name).Order(), reached.Order());
        await server.AssertUnharmed();
    }

    // What only the server can name.
    private static async Task<Dictionary<string, string>> Named(FuzzedServer server, ApiOperation operation, string id)
    {
        if (operation.Parameters.Any(parameter => parameter.Name == "delivery"))
        {
            var deliveries = JsonDocument.Parse(await server.Http.Client.GetStringAsync($"/v1/videos/{id}/webhook_deliveries")).RootElement;
            return new() { ["delivery"] = deliveries.GetProperty("data")[0].Text("id")! };
        }
        if (operation.Parameters.All(parameter => parameter.Name != "file")) return operation.Name == "patchScene" ? new() { ["n"] = "0" } : [];
        return new() { ["file"] = Segment().Match(await server.Http.Client.GetStringAsync($"/v1/videos/{id}/preview.m3u8")).Groups[1].Value };
    }

    [GeneratedRegex("preview/([0-9a-f]+\\.m4s)")]
    private static partial Regex Segment();
}
