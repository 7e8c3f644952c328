namespace Reelsmith.Gateway.Jobs;

/// <summary>Waiting jobs in fair order between their owners: start-time fair queueing (Goyal, Vin and Cheng, 1996) with every job of
/// the same weight. An owner's second waiting job comes after every other owner's first one; who was away gains nothing by it.</summary>
internal sealed class FairQueue
{
    private readonly SortedSet<Place> _order = new();
    private readonly Dictionary<Guid, Place> _places = [];
    private readonly Dictionary<string, (long Tag, int Waiting)> _owners = new(StringComparer.Ordinal);
    private Dictionary<Guid, int>? _positions;
    private long _now;
    private long _sequence;

    public int Count => _places.Count;

    public int CountOf(string owner) => _owners.GetValueOrDefault(owner).Waiting;

    /// <summary>Puts a job at its place; nothing when it is there already.</summary>
    public void Add(Guid jobId, string owner)
    {
        if (_places.ContainsKey(jobId)) return;
        var (last, waiting) = _owners.GetValueOrDefault(owner);
        var place = new Place(Math.Max(_now, last) + 1, _sequence++, jobId, owner);
        _owners[owner] = (place.Tag, waiting + 1);
        _places.Add(jobId, place);
        _order.Add(place);
        _positions = null;
    }

    /// <summary>The job whose turn it is, taken out; null when none waits.</summary>
    public (Guid JobId, string Owner)? Take()
    {
        if (_order.Min is not { } first) return null;
        _now = first.Tag;
        Remove(first.JobId);
        return (first.JobId, first.Owner);
    }

    public bool Remove(Guid jobId)
    {
        if (!_places.Remove(jobId, out var place)) return false;
        _order.Remove(place);
        var (tag, waiting) = _owners[place.Owner];
        if (waiting > 1 || tag > _now) _owners[place.Owner] = (tag, waiting - 1);
        else _owners.Remove(place.Owner);
        _positions = null;
        return true;
    }

    /// <summary>How many jobs come before this one; null when it does not wait.</summary>
    public int? PositionOf(Guid jobId)
    {
        if (!_places.ContainsKey(jobId)) return null;
        _positions ??= _order.Select((place, n) => (place.JobId, n)).ToDictionary(p => p.JobId, p => p.n);
        return _positions[jobId];
    }

    private sealed record Place(long Tag, long Sequence, Guid JobId, string Owner) : IComparable<Place>
    {
        public int CompareTo(Place? other) => other is null ? 1 : (Tag, Sequence).CompareTo((other.Tag, other.Sequence));
    }
}
