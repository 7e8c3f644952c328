namespace Reelsmith.Gateway.Outgoing;

/// <summary>A name has an address that is not public. It is not said which: the caller is told of it, and need not learn what this network is like.</summary>
internal sealed class PrivateAddressException() : IOException("The host has an address that is not public.");
