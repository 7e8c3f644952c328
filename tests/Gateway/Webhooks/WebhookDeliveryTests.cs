using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Webhooks;

namespace Reelsmith.Gateway.Tests.Webhooks;

public sealed class WebhookDeliveryTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Guid Job = Guid.Parse("11111111-1111-1111-1111-111111111111");

    [Fact]
    public void The_body_is_an_event_of_the_wire_format()
    {
        var delivery = Of(0);
        Assert.Equal($$$"""{"id":"{{{delivery.Id}}}","object":"event","type":"video.completed","created_at":1893456000,"data":{"id":"video_11111111111111111111111111111111"}}""", delivery.Body);
        Assert.Matches("^evt_[0-9a-f]{32}$", delivery.Id);
    }

    [Fact]
    public void The_same_ending_has_the_same_id_and_another_has_another()
    {
        Assert.Equal(Of(0).Id, Of(0).Id);
        Assert.Equal(3, new[] { Of(0), Of(1), WebhookDelivery.Of(Guid.NewGuid(), 0, "", new Webhook("https://example.com/", null), WebhookEvent.Failed, Now) }.Select(d => d.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(JobStatus.Completed, "video.completed")]
    [InlineData(JobStatus.Failed, "video.failed")]
    [InlineData(JobStatus.Cancelled, "video.failed")]
    public void Every_ending_has_its_event(JobStatus status, string type) => Assert.Equal(type, WebhookEvent.TypeOf(status));

    [Theory]
    [InlineData("https://example.com/a", "https://EXAMPLE.com:443/b?c", true)]
    [InlineData("https://example.com/", "http://example.com/", false)]
    [InlineData("http://example.com/", "http://example.com:81/", false)]
    public void A_receiver_is_a_scheme_a_host_and_a_port(string one, string other, bool same) => Assert.Equal(same, Of(0, one).Receiver == Of(0, other).Receiver);

    [Theory]
    [InlineData(200, true)]
    [InlineData(204, true)]
    [InlineData(299, true)]
    [InlineData(410, false)]
    public void Some_answers_are_the_last(int status, bool delivered)
    {
        var delivery = Of(0);
        Note(delivery, status);
        Assert.Equal((delivered ? DeliveryState.Delivered : DeliveryState.Failed, null, status), (delivery.State, delivery.NextUnixMilliseconds, delivery.LastStatus));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(100)]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void After_any_other_it_is_sent_again_by_the_schedule_then_given_up(int? status)
    {
        var (delivery, now) = (Of(0), Now);
        foreach (var delay in WebhookSchedule.Delays)
        {
            Note(delivery, status, now);
            Assert.Equal(DeliveryState.Pending, delivery.State);
            var wait = DateTimeOffset.FromUnixTimeMilliseconds(delivery.NextUnixMilliseconds!.Value) - now;
            Assert.InRange(wait, delay, delay * (1 + WebhookSchedule.Jitter));
            now += wait;
        }
        Note(delivery, status, now);
        Assert.Equal((DeliveryState.Failed, null, 9), (delivery.State, delivery.NextUnixMilliseconds, delivery.Attempts));
    }

    [Fact]
    public void The_schedule_is_spread()
    {
        var schedule = new WebhookSchedule(new Random(1));
        Assert.True(Enumerable.Range(0, 100).Select(_ => schedule.After(0)).Distinct().Count() > 90);
    }

    [Fact]
    public void What_is_sent_again_by_hand_has_the_whole_schedule_before_it()
    {
        var delivery = Of(0);
        for (var n = 0; n <= WebhookSchedule.Delays.Count; n++) Note(delivery, 500);
        delivery.SendAgain(Now);
        Assert.Equal((DeliveryState.Pending, Now.ToUnixTimeMilliseconds(), 9), (delivery.State, delivery.NextUnixMilliseconds, delivery.Attempts));
        Note(delivery, 500);
        Assert.Equal(DeliveryState.Pending, delivery.State);
    }

    [Fact]
    public void An_answer_that_comes_after_it_was_asked_for_again_does_not_end_it()
    {
        var delivery = Of(0);
        delivery.Take(Now.AddSeconds(30));
        var taken = delivery.NextUnixMilliseconds;
        delivery.SendAgain(Now.AddSeconds(1));
        delivery.Note(new WebhookAnswer(Now, 200, null, TimeSpan.Zero), taken, new WebhookSchedule(new Random(1)), Now.AddSeconds(2));
        Assert.Equal((DeliveryState.Pending, Now.AddSeconds(1).ToUnixTimeMilliseconds(), 1), (delivery.State, delivery.NextUnixMilliseconds, delivery.Attempts));
    }

    private static WebhookDelivery Of(int revision, string url = "https://example.com/") => WebhookDelivery.Of(Job, revision, "", new Webhook(url, null), WebhookEvent.Completed, Now);

    private static void Note(WebhookDelivery delivery, int? status, DateTimeOffset? now = null) =>
        delivery.Note(new WebhookAnswer(now ?? Now, status, null, TimeSpan.FromSeconds(1)), delivery.NextUnixMilliseconds, new WebhookSchedule(new Random(7)), now ?? Now);
}
