using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Reelsmith.Gateway.Webhooks;
using StandardWebhooks;

namespace Reelsmith.Gateway.Tests.Webhooks;

public sealed class WebhookSenderTests : IDisposable
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private readonly TemporaryData _data = new();
    private readonly WatchedTime _time = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task An_event_arrives_signed_and_another_implementation_verifies_it()
    {
        await using var receiver = await Receiver.Start(200);
        await using var sender = await Sender.Start(_data, TimeProvider.System);
        var delivery = await sender.Tell($"{receiver.Url}hooks?of=me", secret: Secret);

        var request = await receiver.Next();
        Assert.Equal("POST /hooks?of=me", request.Line);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal((delivery.Id, delivery.Body), (request.Id, request.Body));
        Verify(Secret, request);
        Assert.Equal(DeliveryState.Delivered, await sender.Noted());

        var answer = await sender.Look(delivery);
        Assert.Equal(("delivered", 200, null, null, 1), (answer.State, answer.StatusCode, answer.Error, answer.NextAttemptAt, answer.AttemptCount));
        Assert.Equal((200, null), (answer.Attempts.Single().StatusCode, answer.Attempts.Single().Error));
    }

    [Fact]
    public async Task Nothing_of_this_process_goes_along()
    {
        await using var receiver = await Receiver.Start((context, _) =>
        {
            context.Response.Headers.SetCookie = "a=b";
            return Task.CompletedTask;
        });
        await using var sender = await Sender.Start(_data, _time);
        using var trace = new Activity("something").Start();
        for (var n = 0; n < 2; n++)
        {
            await sender.Tell(receiver.Url.ToString());
            Assert.Equal(["Content-Length", "Content-Type", "Host", "User-Agent", "webhook-id", "webhook-signature", "webhook-timestamp"],
                (await receiver.Next()).Headers.Keys.Order(StringComparer.OrdinalIgnoreCase));
            await sender.Noted();
        }
    }

    [Fact]
    public async Task Without_a_secret_of_its_own_it_is_signed_with_the_owners_and_after_a_change_with_both()
    {
        await using var receiver = await Receiver.Start(200);
        await using var sender = await Sender.Start(_data, _time);
        await sender.Tell(receiver.Url.ToString(), "alice");
        await Signed("alice");

        var before = (await sender.Secrets.Of("alice", default)).Secret;
        var after = (await sender.Secrets.Rotate("alice")).Secret;
        Assert.NotEqual(before, after);
        await sender.Tell(receiver.Url.ToString(), "alice");
        await Signed("alice", before, after);

        await sender.Tell(receiver.Url.ToString(), "bob");
        await Signed("bob");
        Assert.NotEqual(after, (await sender.Secrets.Of("bob", default)).Secret);

        _time.Advance(WebhookSecrets.Overlap);
        await sender.Tell(receiver.Url.ToString(), "alice");
        await Signed("alice", after);

        async Task Signed(string owner, params string[] secrets)
        {
            var request = await receiver.Next();
            if (secrets.Length == 0) secrets = [(await sender.Secrets.Of(owner, default)).Secret];
            Assert.Equal(secrets.Length, request.Headers["webhook-signature"].Split(' ').Length);
            Assert.All(secrets, secret => Assert.True(IsSignedWith(secret, request)));
            await sender.Noted();
        }
    }

    [Fact]
    public async Task A_failed_event_is_sent_again_by_the_schedule_with_the_same_id_and_a_new_time()
    {
        await using var receiver = await Receiver.Start(500, 503, 302, 404, 200);
        await using var sender = await Sender.Start(_data, _time);
        var delivery = await sender.Tell(receiver.Url.ToString(), secret: Secret);

        var seen = new List<Received> { await receiver.Next() };
        while (seen.Count < 5)
        {
            Assert.Equal(DeliveryState.Pending, await sender.Noted());
            seen.Add(await _time.PassUntil(receiver.Next()));
        }
        Assert.Equal(DeliveryState.Delivered, await sender.Noted());

        Assert.All(seen, request => Assert.True(IsSignedWith(Secret, request)));
        Assert.Equal([delivery.Id], seen.Select(request => request.Id).Distinct());
        var times = seen.Select(request => long.Parse(request.Headers["webhook-timestamp"])).ToArray();
        Assert.All(times.Zip(times.Skip(1), (one, next) => next - one).Zip(WebhookSchedule.Delays), pair => Assert.True(pair.First >= pair.Second.TotalSeconds));
        Assert.Equal([500, 503, 302, 404, 200], (await sender.Look(delivery)).Attempts.Select(attempt => attempt.StatusCode!.Value));
    }

    [Fact]
    public async Task An_event_that_never_arrives_is_given_up_and_can_be_sent_again_by_hand()
    {
        await using var receiver = await Receiver.Start(500);
        await using var sender = await Sender.Start(_data, _time);
        var delivery = await sender.Tell(receiver.Url.ToString());
        Assert.Equal(DeliveryState.Pending, await sender.Noted());
        for (var n = 1; n < WebhookSchedule.Delays.Count; n++) Assert.Equal(DeliveryState.Pending, await _time.PassUntil(sender.Noted()));
        Assert.Equal(DeliveryState.Failed, await _time.PassUntil(sender.Noted()));
        Assert.Null(await sender.Deliveries.NextDue([], default));
        Assert.Equal(("failed", 9), ((await sender.Look(delivery)).State, receiver.Count));

        await sender.Deliveries.SendAgain(delivery.JobId, delivery.Id, default);
        Assert.Equal(DeliveryState.Pending, await sender.Noted());
        Assert.Equal(("pending", 10), ((await sender.Look(delivery)).State, receiver.Count));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_for_good_is_not_asked_again()
    {
        await using var receiver = await Receiver.Start(410);
        await using var sender = await Sender.Start(_data, _time);
        var delivery = await sender.Tell(receiver.Url.ToString());
        Assert.Equal(DeliveryState.Failed, await sender.Noted());
        var answer = await sender.Look(delivery);
        Assert.Equal(("failed", 410, null), (answer.State, answer.StatusCode, answer.NextAttemptAt));
    }

    [Fact]
    public async Task No_answer_in_time_is_a_failed_attempt()
    {
        await using var receiver = await Receiver.Start((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        await using var sender = await Sender.Start(_data, _time);
        var delivery = await sender.Tell(receiver.Url.ToString());
        await receiver.Next();
        await _time.Pass(WebhookClient.LongestAnswer);
        Assert.Equal(DeliveryState.Pending, await sender.Noted());
        var attempt = (await sender.Look(delivery)).Attempts.Single();
        Assert.Equal((null, "There was no answer within 15 seconds.", 15_000), (attempt.StatusCode, attempt.Error, attempt.DurationMilliseconds));
    }

    [Fact]
    public async Task A_closed_port_is_a_failed_attempt()
    {
        await using var receiver = await Receiver.Start(200);
        var url = receiver.Url.ToString();
        await receiver.DisposeAsync();
        await using var sender = await Sender.Start(_data, _time);
        var delivery = await sender.Tell(url);
        Assert.Equal(DeliveryState.Pending, await sender.Noted());
        Assert.Equal("The host could not be connected to.", (await sender.Look(delivery)).Error);
    }

    [Fact]
    public async Task What_speaks_no_http_or_no_tls_is_a_failed_attempt()
    {
        await using var receiver = await Receiver.Start(200);
        await using var sender = await Sender.Start(_data, _time);
        var delivery = await sender.Tell(receiver.Url.ToString().Replace("http:", "https:", StringComparison.Ordinal));
        Assert.Equal(DeliveryState.Pending, await sender.Noted());
        Assert.StartsWith("There is no secure connection", (await sender.Look(delivery)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_status_is_there_a_slow_body_changes_nothing()
    {
        await using var receiver = await Receiver.Start(async (context, _) =>
        {
            await context.Response.Body.WriteAsync(new byte[10]);
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var asksForBody = new TaskCompletionSource();
        await using var sender = await Sender.Start(_data, _time, Sender.World(_ => ["8.8.8.8"], stream => new WatchedStream(stream, asksForBody)));
        await sender.Tell($"http://receiver.example:{receiver.Url.Port}/");
        await asksForBody.Task.WaitAsync(TestContext.Current.CancellationToken);
        await _time.Pass(WebhookClient.LongestAnswer);
        Assert.Equal(DeliveryState.Delivered, await sender.Noted());
    }

    [Fact]
    public async Task A_huge_body_is_not_read()
    {
        var written = 0L;
        var aborted = new TaskCompletionSource();
        await using var receiver = await Receiver.Start(async (context, _) =>
        {
            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block);
                written += block.Length;
            }
            aborted.SetResult();
        });
        await using var sender = await Sender.Start(_data, _time);
        await sender.Tell(receiver.Url.ToString());
        Assert.Equal(DeliveryState.Delivered, await sender.Noted());
        await aborted.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.InRange(written, 64 * 1024, 64 * 1024 * 1024); // what the buffers of two sockets hold
    }

    [Fact]
    public async Task A_slow_receiver_holds_up_nobody_else()
    {
        var answer = new TaskCompletionSource();
        await using var slow = await Receiver.Start((_, _) => answer.Task);
        await using var quick = await Receiver.Start(200);
        await using var sender = await Sender.Start(_data, _time);
        for (var n = 0; n < 3 * WebhookSender.AtOnce; n++) await sender.Tell(slow.Url.ToString());
        for (var n = 0; n < 20; n++)
        {
            await sender.Tell(quick.Url.ToString());
            await quick.Next();
            Assert.Equal(DeliveryState.Delivered, await sender.Noted());
        }
        Assert.Equal(WebhookSender.AtOnceToOne, slow.Count);
        answer.SetResult();
        for (var n = 0; n < 3 * WebhookSender.AtOnce; n++) Assert.Equal(DeliveryState.Delivered, await sender.Noted());
        Assert.Equal(3 * WebhookSender.AtOnce, slow.Count);
    }

    [Fact]
    public async Task At_most_eight_are_sent_at_once()
    {
        var answer = new TaskCompletionSource();
        var receivers = new List<Receiver>();
        for (var n = 0; n < 5; n++) receivers.Add(await Receiver.Start((_, _) => answer.Task));
        await using (var sender = await Sender.Start(_data, _time))
        {
            foreach (var receiver in receivers)
            {
                for (var n = 0; n < 2; n++)
                {
                    await sender.Tell(receiver.Url.ToString());
                    _time.Advance(TimeSpan.FromMilliseconds(1));
                }
            }
            for (var n = 0; n < 4; n++)
            {
                await receivers[n].Next();
                await receivers[n].Next();
            }
            Assert.Equal(0, receivers[4].Count);
            answer.SetResult();
            for (var n = 0; n < 10; n++) Assert.Equal(DeliveryState.Delivered, await sender.Noted());
        }
        foreach (var receiver in receivers) await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Two_processes_on_one_folder_send_each_event_once()
    {
        await using var receiver = await Receiver.Start(200);
        await using var one = await Sender.Start(_data, _time);
        await using var other = await Sender.Start(_data, _time);
        for (var n = 0; n < 20; n++) await (n % 2 == 0 ? one : other).Tell(receiver.Url.ToString());
        var ids = new List<string>();
        for (var n = 0; n < 20; n++) ids.Add((await receiver.Next()).Id);
        Assert.Equal(20, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_process_that_ends_while_it_sends_loses_nothing()
    {
        await using var receiver = await Receiver.Start((context, number) =>
            number <= 2 ? Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default) : Task.CompletedTask);
        var told = new List<string>();
        var first = await Sender.Start(_data, _time);
        for (var n = 0; n < 5; n++) told.Add((await first.Tell(receiver.Url.ToString())).Id);
        string[] interrupted = [(await receiver.Next()).Id, (await receiver.Next()).Id];
        await first.DisposeAsync();

        await using var second = await Sender.Start(_data, _time);
        var arrived = new HashSet<string>();
        for (var n = 0; n < 3; n++)
        {
            Assert.Equal(DeliveryState.Delivered, await second.Noted());
            arrived.Add((await receiver.Next()).Id);
        }
        Assert.Empty(arrived.Intersect(interrupted));
        while (arrived.Count < told.Count) arrived.Add((await _time.PassUntil(receiver.Next(), WebhookClient.LongestAnswer)).Id);
        Assert.Equal(told.Order(), arrived.Order());
    }

    [Fact]
    public async Task What_waits_is_sent_after_a_restart_when_it_is_due()
    {
        await using var receiver = await Receiver.Start(500, 200);
        var first = await Sender.Start(_data, _time);
        var delivery = await first.Tell(receiver.Url.ToString());
        Assert.Equal(DeliveryState.Pending, await first.Noted());
        await first.DisposeAsync();
        _time.Advance(TimeSpan.FromHours(1));
        await using var second = await Sender.Start(_data, _time);
        Assert.Equal(DeliveryState.Delivered, await second.Noted());
        Assert.Equal([500, 200], (await second.Look(delivery)).Attempts.Select(attempt => attempt.StatusCode!.Value));
    }

    [Fact]
    public async Task The_same_ending_cannot_be_written_down_twice()
    {
        await using var sender = await Sender.Start(_data, _time);
        var delivery = await sender.Tell("http://127.0.0.1:1/", at: _time.GetUtcNow().AddDays(1));
        var again = WebhookDelivery.Of(delivery.JobId, 0, "", new Contracts.Webhook("http://127.0.0.1:1/", null), WebhookEvent.Completed, _time.GetUtcNow());
        await Assert.ThrowsAsync<DbUpdateException>(() => sender.Commits.Commit(db =>
        {
            db.Add(again);
            return Task.CompletedTask;
        }));
    }

    [Fact]
    public async Task News_of_a_removed_job_is_still_told_then_forgotten()
    {
        await using var receiver = await Receiver.Start(500, 200);
        await using var sender = await Sender.Start(_data, _time);
        var delivery = await sender.Tell(receiver.Url.ToString());
        Assert.Equal(DeliveryState.Pending, await sender.Noted());
        await sender.Commits.Commit(async db =>
        {
            await WebhookDeliveries.Remove(db, [delivery.JobId]);
            await db.Jobs.Where(job => job.Id == delivery.JobId).ExecuteDeleteAsync();
        });
        Assert.Single(await sender.Deliveries.List(delivery.JobId, default));
        Assert.Equal(DeliveryState.Delivered, await _time.PassUntil(sender.Noted()));
        Assert.Empty(await sender.Deliveries.List(delivery.JobId, default));
        Assert.Equal(0, await sender.Commits.Commit(db => db.Set<WebhookAttempt>().CountAsync()));
    }

    [Fact]
    public async Task Of_many_attempts_the_latest_are_kept()
    {
        await using var receiver = await Receiver.Start(410);
        await using var sender = await Sender.Start(_data, _time);
        var delivery = await sender.Tell(receiver.Url.ToString());
        await sender.Noted();
        for (var n = 0; n < 59; n++)
        {
            await sender.Deliveries.SendAgain(delivery.JobId, delivery.Id, default);
            await sender.Noted();
        }
        var answer = await sender.Look(delivery);
        Assert.Equal((60, 50), (answer.AttemptCount, answer.Attempts.Count));
    }

    private static void Verify(string secret, Received request) => new StandardWebhook(secret).Verify(request.Body, new HeaderDictionary
    {
        ["webhook-id"] = request.Headers["webhook-id"],
        ["webhook-timestamp"] = request.Headers["webhook-timestamp"],
        ["webhook-signature"] = request.Headers["webhook-signature"],
    });

    private static bool IsSignedWith(string secret, Received request) => WebhookSignature.TryParseSecret(secret, out var key)
        && WebhookSignature.Verify(key, request.Id, request.Headers["webhook-timestamp"], request.Headers["webhook-signature"], request.Body,
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(request.Headers["webhook-timestamp"])));
}
