using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests.Videos;

public sealed class ContentTests : IAsyncLifetime
{
    private readonly TemporaryData _data = new();
    private readonly FakeStages _stages = new() { Storyboard = SampleStoryboard.Of(2) with { Title = "../Ätna: \"fire\"\r\n<b>\u202E/..\\." } };
    private GatewayHttp _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await GatewayHttp.Start(_data, stages: _stages,
        services: services => services.AddConsumers(bus => bus.AddConsumer<FakeDerivations>().Endpoint(endpoint => endpoint.Name = Queues.Derived)));

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _data.Dispose();
    }

    public static TheoryData<string?, string, string, string> Variants => new()
    {
        { null, "video/mp4", "video of ", ".mp4" },
        { "video", "video/mp4", "video of ", ".mp4" },
        { "thumbnail", "image/jpeg", "poster of ", ".jpg" },
        { "spritesheet", "image/jpeg", "Spritesheet of ", ".sprites.jpg" },
        { "captions.srt", "application/x-subrip", "captions of ", ".srt" },
        { "captions.vtt", "text/vtt", "captions of ", ".vtt" },
        { "storyboard", "application/json", "{", ".storyboard.json" },
        { "provenance", "application/json", "provenance of ", ".provenance.json" },
        { "qc", "application/json", "qc of ", ".qc.json" },
        { "audio", "audio/mp4", "Audio of ", ".m4a" },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Every_file_of_a_video_can_be_had_and_kept(string? variant, string contentType, string start, string suffix)
    {
        var path = $"/v1/videos/{await _gateway.Make()}/content{(variant is null ? "" : $"?variant={variant}")}";

        var answer = await _gateway.Send(HttpMethod.Get, path, ("Accept", "application/binary"));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var head = await _gateway.Send(HttpMethod.Head, path);
        var kept = await _gateway.Send(HttpMethod.Get, path, ("If-None-Match", answer.Headers.ETag!.ToString()));

        Assert.Equal((HttpStatusCode.OK, contentType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith(start, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))}\"", answer.Headers.ETag.ToString());
        Assert.Equal("bytes", Assert.Single(answer.Headers.AcceptRanges));
        Assert.True(answer.Headers.CacheControl!.Private);
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal($"Ätna fireb{suffix}", disposition.FileNameStar);
        Assert.All(disposition.FileName!.Trim('"'), c => Assert.True(char.IsAscii(c) && !char.IsControl(c) && !"/\\\"<>:|?*".Contains(c)));
        Assert.Equal((HttpStatusCode.OK, bytes.Length, 0), (head.StatusCode, head.Content.Headers.ContentLength, (await head.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal((HttpStatusCode.NotModified, 0), (kept.StatusCode, (await kept.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task Ranges_are_given_as_they_are_asked_for()
    {
        var path = $"/v1/videos/{await _gateway.Make()}/content";
        var whole = await _gateway.Client.GetAsync(path);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        async Task Is(string range, HttpStatusCode status, int from, int length, string? ifRange = null)
        {
            var answer = await _gateway.Send(HttpMethod.Get, path, [("Range", range), .. ifRange is null ? [] : new[] { ("If-Range", ifRange) }]);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(bytes.AsSpan(from, length).ToArray(), await answer.Content.ReadAsByteArrayAsync());
            if (status == HttpStatusCode.PartialContent) Assert.Equal(new ContentRangeHeaderValue(from, from + length - 1, bytes.Length), answer.Content.Headers.ContentRange);
        }

        await Is("bytes=0-3", HttpStatusCode.PartialContent, 0, 4);
        await Is("bytes=10-", HttpStatusCode.PartialContent, 10, bytes.Length - 10);
        await Is("bytes=-5", HttpStatusCode.PartialContent, bytes.Length - 5, 5);
        await Is("bytes=0-99999999999", HttpStatusCode.PartialContent, 0, bytes.Length);
        await Is("bytes=0-3", HttpStatusCode.PartialContent, 0, 4, whole.Headers.ETag!.ToString());
        await Is("bytes=0-3", HttpStatusCode.OK, 0, bytes.Length, "\"another\"");
        await Is("bytes=5-2", HttpStatusCode.OK, 0, bytes.Length); // no range at all: RFC 9110, 14.1.1
        await Is($"bytes={string.Join(',', Enumerable.Range(0, 1_000).Select(n => $"{n}-{n}"))}", HttpStatusCode.OK, 0, bytes.Length); // many at once are not worth it
        var beyond = await _gateway.Send(HttpMethod.Get, path, ("Range", "bytes=999999-"));
        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, bytes.Length), (beyond.StatusCode, beyond.Content.Headers.ContentRange?.Length));
        Assert.Equal("range_not_satisfiable", (await beyond.Error()).Text("code"));
    }

    [Theory]
    [InlineData("poster")]
    [InlineData("Video")]
    [InlineData("../../gateway.db")]
    [InlineData("captions.srt%00")]
    public async Task A_variant_that_is_none_is_refused_with_those_there_are(string variant)
    {
        var answer = await _gateway.Client.GetAsync($"/v1/videos/{await _gateway.Make()}/content?variant={variant}");

        var error = await answer.Error();
        Assert.Equal((HttpStatusCode.BadRequest, "variant_unknown", "variant"), (answer.StatusCode, error.Text("code"), error.Text("param")));
        Assert.Contains("video, thumbnail, spritesheet, captions.srt, captions.vtt, storyboard, provenance, qc, audio", error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_that_is_not_finished_has_no_files_and_need_not_be_asked_again_at_once()
    {
        var go = new TaskCompletionSource();
        _stages.Before = (work, ct) => work is ComposeVideo ? go.Task.WaitAsync(ct) : Task.CompletedTask;
        var id = await _gateway.Create();

        foreach (var variant in new[] { "video", "storyboard", "audio" })
        {
            var answer = await _gateway.Client.GetAsync($"/v1/videos/{id}/content?variant={variant}");
            Assert.Equal((HttpStatusCode.Conflict, "video_not_ready"), (answer.StatusCode, (await answer.Error()).Text("code")));
            Assert.Equal("false", Assert.Single(answer.Headers.GetValues("x-should-retry")));
        }
        go.SetResult();
        await _gateway.End(id);
    }

    [Fact]
    public async Task A_file_that_cannot_be_derived_or_is_gone_says_so()
    {
        var id = await _gateway.Make();
        foreach (var file in Directory.GetFiles(_data.Folder.Artifacts, "*.jpg", SearchOption.AllDirectories)) File.Delete(file);

        var gone = await _gateway.Client.GetAsync($"/v1/videos/{id}/content?variant=thumbnail");
        FakeDerivations.Fails = true;
        var failed = await _gateway.Client.GetAsync($"/v1/videos/{id}/content?variant=audio");
        FakeDerivations.Fails = false;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "artifact_missing"), (gone.StatusCode, (await gone.Error()).Text("code")));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "encoder_missing"), (failed.StatusCode, (await failed.Error()).Text("code")));
        Assert.Null(gone.Content.Headers.ContentDisposition);
        Assert.Null(gone.Headers.ETag);
    }

    // Answers as the composer does, with a few bytes for a file.
    private sealed class FakeDerivations(IArtifactStore artifacts) : IConsumer<DeriveFile>
    {
        public static bool Fails { get; set; }

        public async Task Consume(ConsumeContext<DeriveFile> context)
        {
            if (Fails)
            {
                await context.RespondAsync(new RequestFailed(new Failure(FailureKind.Unavailable, "encoder_missing", "There is no encoder.", "Install one.")));
                return;
            }
            var (kind, extension) = (context.Message.Kind, context.Message.Kind == DerivedKind.Audio ? "m4a" : "jpg");
            await context.RespondAsync(new FileDerived(await artifacts.AddBytes(Encoding.UTF8.GetBytes($"{kind} of {context.Message.Video.Hash}"), extension, context.CancellationToken)));
        }
    }
}
