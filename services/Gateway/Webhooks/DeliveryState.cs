namespace Reelsmith.Gateway.Webhooks;

internal enum DeliveryState
{
    Pending,
    Delivered,
    Failed,
}
