namespace Reelsmith.Video.Illustrations;

/// <summary>The bitmaps used last, as raw pixels, within a limit of bytes.</summary>
internal sealed class RasterCache(int limitBytes)
{
    private readonly LinkedList<(string Key, byte[] Pixels)> _order = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, byte[] Pixels)>> _nodes = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public int Bytes { get; private set; }

    public byte[]? Find(string key)
    {
        lock (_gate)
        {
            if (!_nodes.TryGetValue(key, out var node)) return null;
            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Pixels;
        }
    }

    public void Add(string key, byte[] pixels)
    {
        lock (_gate)
        {
            if (pixels.Length > limitBytes / 2 || _nodes.ContainsKey(key)) return;
            _nodes[key] = _order.AddFirst((key, pixels));
            Bytes += pixels.Length;
            while (Bytes > limitBytes)
            {
                var (oldest, content) = _order.Last!.Value;
                _order.RemoveLast();
                _nodes.Remove(oldest);
                Bytes -= content.Length;
            }
        }
    }
}
