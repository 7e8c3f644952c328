namespace Reelsmith.Hosting.Buckets;

/// <summary>An object as a bucket tells of it.</summary>
/// <param name="Name">Without the prefix of all names.</param>
/// <param name="Version">Its ETag.</param>
/// <param name="LastModified">By the server's clock.</param>
internal sealed record StoredObject(string Name, long Bytes, string Version, DateTimeOffset LastModified);
