using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Areas.Iommu.Sharing;

/// <summary>A thread that translates and judges each result by what could be served at the time.</summary>
/// <param name="target">The implementation.</param>
/// <param name="world">What is mapped there.</param>
/// <param name="pace">How fast it may go.</param>
/// <param name="number">Which reader it is.</param>
/// <param name="state">From this the requests are drawn; not 0.</param>
internal sealed class SharingReader(ISharedIommu target, SharedWorld world, Pace pace, int number, ulong state)
{
    private ulong _state = state | 1;

    /// <summary>What it has seen.</summary>
    public SharingCount Count { get; } = new();

    /// <summary>Translates so many addresses.</summary>
    public void Run(long translations)
    {
        for (var i = 0L; i < translations; i++)
        {
            var drawn = Draw();
            var index = (int)(drawn % (uint)world.Places.Length);
            var place = world.Places[index];
            var offset = (drawn >> 32) % place.Pages.Value;
            var begin = world.Time;
            var isThere = target.TryRead(
                SharedWorld.RequesterOf(place.Domain), place.At.Plus(offset << Page.Shift), out var output);
            Volatile.ReadBarrier();
            var end = world.Time;
            if (isThere) Land(index, offset, output, begin, end);
            else Block(index, begin, end);
            pace.Read(number, i + 1);
        }

        pace.End(number);
    }

    private void Land(int place, ulong offset, Gpa output, long begin, long end)
    {
        var frame = (output.Value - SharedWorld.FirstFrame.Value) >> Page.Shift;
        var (version, inside) = (frame >> SharedVersions.FrameShift, frame % (1 << SharedVersions.FrameShift));
        if (version >= SharedVersions.Count || inside != offset)
            Count.Violate(Tell(place, begin, end, $"reached {output.Value:x}, which was never mapped there"));
        else if (!world.Versions.IsLive((int)version, place, begin, end))
            Count.Violate(Tell(place, begin, end, $"reached version {version}, whose invalidation was completed"));
        else
            Count.Land(world.Versions.IsStale((int)version, begin));
    }

    private void Block(int place, long begin, long end)
    {
        var was = world.Places[place].WasAbsent(begin, end);
        if (was == false) Count.Violate(Tell(place, begin, end, $"was blocked, though it was mapped all the time"));
        else Count.Block(isJudged: was is not null);
    }

    private string Tell(int place, long begin, long end, FormattableString what) => string.Create(
        CultureInfo.InvariantCulture,
        $"a read of place {place} from time {begin} to {end} {what.ToString(CultureInfo.InvariantCulture)}");

    private ulong Draw()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return _state * 0x2545f4914f6cdd1d;
    }
}
