using System.Runtime.InteropServices;
using IoSpec.Contracts;
using IoSpec.Interop;
using IoSpec.VhostUser.Log;
using IoSpec.VhostUser.Wire;
using Microsoft.Win32.SafeHandles;

namespace IoSpec.Tests.VhostUser;

/// <summary>A vhost-user disk with a step image, which marks what it writes in a log and may do it wrong.</summary>
internal sealed class TestDisk(string path, LogFault fault) : TestSource(path, SourceFault.None)
{
    private const uint Sector = StepImage.SectorBytes;

    private readonly List<(ulong At, uint Length)> _pending = [];
    private SharedMemory? _log;
    private LogDescription _place;
    private MemoryRegion[] _known = [];
    private MemoryRegion[] _regions = [];
    private ulong? _used;
    private bool _isLogging;
    private int _requests;

    protected override DeviceFeatures Offered =>
        fault == LogFault.HasNone ? DeviceFeatures.None : DeviceFeatures.LogAll;

    protected override ProtocolFeatures Protocol => ProtocolFeatures.LogFile;

    protected override void Gone()
    {
        _log?.Dispose();
        (_log, _isLogging, _used) = (null, false, null);
        _pending.Clear();
    }

    protected override byte[]? Hear(FrontEndRequest request, ReadOnlySpan<byte> payload)
    {
        switch (request)
        {
            case FrontEndRequest.SetFeatures:
                _isLogging = ((DeviceFeatures)MemoryMarshal.Read<ulong>(payload) & DeviceFeatures.LogAll) != 0;
                break;
            case FrontEndRequest.SetRingAddress:
                _used = (payload[4] & 1) != 0 ? MemoryMarshal.Read<ulong>(payload[32..]) : null;
                break;
            case FrontEndRequest.SetMemoryTable:
                MemoryRegion.TryRead(payload, out _regions);
                if (!_isLogging || fault != LogFault.MarksOldMemory) _known = _regions;
                if (fault == LogFault.EmptiesTheLogWithMemory) Empty();
                break;
            case FrontEndRequest.SetLogBase:
                TakeLog(payload);
                return new byte[8];
        }

        return null;
    }

    protected override uint Write(List<(ulong At, uint Length)> given, List<(ulong At, uint Length)> room)
    {
        if (fault == LogFault.MarksWithTheNext) MarkPending();
        if (fault == LogFault.RestsAtTimes && ++_requests % 400 == 0) Thread.Sleep(400);
        var sector = MemoryMarshal.Read<ulong>(Guest(given[0].At, 16)[8..]);
        var written = 0u;
        for (var i = 0; i < room.Count; i++)
        {
            var isStatus = i == room.Count - 1;
            for (var (at, end) = (room[i].At, room[i].At + room[i].Length); at < end;)
            {
                // Pages and sectors lie in one region, each full of one byte.
                var (inSector, inPage) = (Sector - (written % Sector), Page.Bytes - (at % Page.Bytes));
                var count = (uint)Math.Min(end - at, Math.Min(inSector, inPage));
                Guest(at, (int)count).Fill(isStatus ? (byte)0 : Held(sector + (written / Sector)));
                (at, written) = (at + count, written + count);
            }

            if (!isStatus || fault != LogFault.ForgetsTheStatus) _pending.Add(room[i]);
        }

        if (fault is not (LogFault.MarksWithTheNext or LogFault.MarksAfterUse)) MarkPending();
        return written;
    }

    protected override void Used()
    {
        if (fault == LogFault.MarksAfterUse)
        {
            Thread.Sleep(1);
            MarkPending();
        }

        if (_isLogging && _used is { } used) Mark(used, 70);
    }

    private byte Held(ulong sector) =>
        (byte)(StepImage.ByteOf(sector) ^ (fault == LogFault.HoldsOtherBytes && sector > 40_000 ? 1 : 0));

    private void TakeLog(ReadOnlySpan<byte> payload)
    {
        if (!LogDescription.TryRead(payload, out var place)) return;
        if (fault == LogFault.KeepsTheFirstLog && _log is not null) return;
        _log?.Dispose();
        using var file = new SafeFileHandle(Handles[0].DangerousGetHandle(), ownsHandle: false);
        _log = SharedMemory.Map(file, new ByteCount((ulong)RandomAccess.GetLength(file)));
        _place = fault == LogFault.IgnoresTheOffset ? place with { Offset = default } : place;
        if (fault == LogFault.EmptiesTheLog) Empty();
    }

    private void Empty() => _log?.Bytes(_place.Offset, (int)_place.Size.Value).Clear();

    private void MarkPending()
    {
        foreach (var (at, length) in _pending)
        {
            if (_isLogging) Mark(at, length);
        }

        _pending.Clear();
    }

    private void Mark(ulong at, uint length)
    {
        if (fault == LogFault.NeverMarks || !Array.Exists(_known, region => Has(region, at))) return;
        if (fault == LogFault.MarksThePageBehind) at += Page.Bytes;
        if (fault == LogFault.MarksByPlaceInFile)
        {
            var region = Array.Find(_regions, region => Has(region, at));
            at = at - region.Guest.Value + region.Offset.Value;
        }

        var last = (at + length - 1) >> Page.Shift;
        if (fault == LogFault.MarksFirstPages) last = at >> Page.Shift;
        if (fault == LogFault.MarksOnePageMore) last++;
        for (var page = at >> Page.Shift; page <= last; page++) Set(page);
    }

    private static bool Has(MemoryRegion region, ulong at) => at - region.Guest.Value < region.Size.Value;

    private void Set(ulong page)
    {
        var place = new ByteCount(_place.Offset.Value + (page / 32 * sizeof(uint)));
        Interlocked.Or(ref MemoryMarshal.AsRef<uint>(_log!.Bytes(place, sizeof(uint))), 1u << (int)(page % 32));
    }
}
