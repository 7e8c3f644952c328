using System.Collections.Concurrent;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>Every operation of the OpenAPI document under thousands of requests that mean harm. REELSMITH_FUZZ_SEED and REELSMITH_FUZZ_REQUESTS set others.</summary>
public sealed class FuzzTests
{
    private const int DefaultRequests = 4_000;
    private const int Batch = 250;
    private const int AtOnce = 12;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_request_breaks_the_server_or_leaves_its_data_folder(bool keys)
    {
        var seed = Setting("REELSMITH_FUZZ_SEED", Random.Shared.Next());
        var count = Setting("REELSMITH_FUZZ_REQUESTS", DefaultRequests) / (keys ? 2 : 1);
        await using var server = await FuzzedServer.Start(keys);
        var api = new ApiDescription(await server.Http.Client.GetStringAsync("/openapi/v1.json"));
        var (faults, statuses, unavailable, closed) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<int, int>(), new ConcurrentDictionary<string, int>(), 0);

        for (var done = 0; done < count; done += Batch)
        {
            // First one runs for ever and one slot is free; then both are taken, so that others wait.
            await server.Restock(done < count / 2 ? 1 : 2);
            // Finished ones have the most to be asked for.
            string[] ids = [.. server.Own.GroupBy(video => video.Value).SelectMany(same => same.TakeLast(same.Key == "Completed" ? 6 : 2)).Select(video => video.Key), server.Foreign];
            var rules = new AnswerRules(api, server.Foreign);
            await Parallel.ForEachAsync(Enumerable.Range(done, Math.Min(Batch, count - done)), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (n, _) =>
            {
                var request = new RequestFuzzer(api, new Random(seed + n), ids, server.SecretPaths).Next(server.Keys);
                var answer = await Answer(server, request, faults);
                if (answer?.Status == 503) unavailable.TryAdd($"{request.Operation.Name}: {answer.Text}", 0);
                if (answer is null)
                {
                    Interlocked.Increment(ref closed);
                    // Where the client left first, nothing can be asked; a body that is longer than was said may end the connection before the answer is read.
                    if (request.Operation.Name != "previewVideo" && !request.HalfCloses && request.Bytes().Length < 16_000) faults.Enqueue($"{seed + n}: closed without an answer: {request}");
                }
                else statuses.AddOrUpdate(answer.Status, 1, (_, known) => known + 1);
                if (answer is not null && rules.Fault(request, answer) is { } fault) faults.Enqueue($"{seed + n}: {answer.Status} {fault}: {request}\n    answered {answer.ContentType} {answer.Text[..Math.Min(answer.Text.Length, 400)]}");
            });
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}: {count} requests; {string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"))}; {closed} without an answer; 503: {string.Join(" ", unavailable.Keys)}");
        Assert.True(faults.IsEmpty, $"Seed {seed}, {faults.Count} faults:\n{string.Join('\n', faults.Take(25))}");
        Assert.True(statuses.GetValueOrDefault(200) > count / 20, "Most requests are refused before they get anywhere.");
        if (keys) Assert.True(statuses.GetValueOrDefault(401) > 0 && statuses.GetValueOrDefault(429) > 0, "Nobody came without a key, or too often.");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await server.Http.Client.GetAsync("/health/live")).StatusCode);
        await server.AssertUnharmed();
    }

    [Fact]
    public async Task Files_are_given_whole_in_part_or_not_at_all_whatever_range_is_asked_for()
    {
        await using var server = await FuzzedServer.Start();
        await server.Restock(0);
        var api = new ApiDescription(await server.Http.Client.GetStringAsync("/openapi/v1.json"));
        var (rules, id, faults) = (new AnswerRules(api, server.Foreign), server.Own.First(video => video.Value == "Completed").Key, new List<string>());
        foreach (var operation in api.Operations.Where(operation => operation.Path.EndsWith("/content", StringComparison.Ordinal)))
        {
            foreach (var range in RequestFuzzer.Ranges)
            {
                foreach (var condition in RequestFuzzer.Tags.SelectMany(tag => new[] { ("If-Range", tag), ("If-Match", tag), ("If-None-Match", tag) }).Prepend(("X-None", "")))
                {
                    var request = new FuzzRequest(operation) { Path = { ["id"] = id }, Headers = { ("Range", Hostile.Wire(range)), condition } };
                    var answer = await RawClient.Send(server.Http.Address, request.Bytes());
                    if (answer is null) faults.Add($"not answered: {request}");
                    else if (rules.Fault(request, answer) is { } fault) faults.Add($"{answer.Status} {fault}: {request}");
                    else if (answer.Status is not (200 or 206 or 304 or 400 or 412 or 416 or 431)) faults.Add($"{answer.Status}: {request}");
                    else if (answer.Status is 200 or 206 && operation.Method == "GET" && answer["Content-Length"] != $"{answer.Body.Length}") faults.Add($"another length than was said: {request}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(25)));
        await server.AssertUnharmed();
    }

    private static async Task<RawAnswer?> Answer(FuzzedServer server, FuzzRequest request, ConcurrentQueue<string> faults)
    {
        try
        {
            return await RawClient.Send(server.Http.Address, request.Bytes(), mayWait: request.Operation.Name == "previewVideo", request.HalfCloses);
        }
        catch (TimeoutException)
        {
            faults.Enqueue($"not answered within {RawClient.LongestAnswer.TotalSeconds} s: {request}");
            return null;
        }
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;
}
