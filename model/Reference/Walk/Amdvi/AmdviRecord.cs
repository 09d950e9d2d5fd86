using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>An entry of the event log: two words.</summary>
/// <remarks>
/// Source: AMD-Vi 2.5: DeviceID 15:0, PASID 19:16 and 47:32, GN 48, I 51, PR 52, RW 53, PE 54, RZ 55, code 63:60; the
/// address of the request, or of the entry that could not be read.
/// </remarks>
internal static class AmdviRecord
{
    public const int Words = 2;

    private const int GuestNested = 48;
    private const int Interrupt = 51;
    private const int Present = 52;
    private const int WriteBit = 53;
    private const int Permission = 54;
    private const int ReservedNotZero = 55;

    /// <summary>What an event says; the direction counts where the page was present (RW).</summary>
    public static FaultFields? Read(ReadOnlySpan<Word> record)
    {
        var (low, address) = (record[0], record[1]);
        var code = (int)low.Field(63, 60);
        if (code is not (AmdviCode.IllegalDevice or AmdviCode.PageFault or AmdviCode.DeviceTableUnreadable
            or AmdviCode.TableUnreadable or AmdviCode.InvalidRequest))
            return null;
        var pasid = new Pasid((uint)((low.Field(19, 16) << 16) | low.Field(47, 32)));
        var hasPasid = code == AmdviCode.PageFault && low.Has(GuestNested) && pasid.Value != 0;
        var isPage = code is AmdviCode.PageFault or AmdviCode.InvalidRequest;
        var isUnreadable = code is AmdviCode.DeviceTableUnreadable or AmdviCode.TableUnreadable;
        var hasDirection = code == AmdviCode.PageFault ? low.Has(Present) : code != AmdviCode.InvalidRequest;
        return new FaultFields(
            code,
            new RequesterId((uint)low.Field(15, 0)),
            hasPasid ? pasid : null,
            hasPasid,
            isPage ? new Iova(address.Value).PageStart() : null,
            hasDirection ? low.Has(WriteBit) : null,
            Privileged: null,
            Executes: null,
            isUnreadable ? new Gpa(address.Value) : null,
            SecondStage: null,
            low.Has(Interrupt) ? 1 : 0);
    }

    public static ValueList<Word> Write(in WalkRequest request, WalkFault fault)
    {
        var code = fault.Codes[0];
        var isPresent = fault.Cause
            is not (WalkCause.NotPresent or WalkCause.NotConfigured or WalkCause.AddressTooWide);
        var low = new Word(request.Requester.Value & 0xffff)
            .With(63, 60, (ulong)code)
            .With(WriteBit, WriteBit, request.Writes ? 1ul : 0);
        if (code == AmdviCode.PageFault)
        {
            low = low.With(Present, Present, isPresent ? 1ul : 0)
                .With(Permission, Permission, fault.Cause == WalkCause.NoRight ? 1ul : 0)
                .With(ReservedNotZero, ReservedNotZero, fault.Cause == WalkCause.ReservedBit ? 1ul : 0);
            if (request.Pasid is { } pasid)
                low = low.With(GuestNested, GuestNested, 1).With(19, 16, pasid.Value >> 16).With(47, 32, pasid.Value);
        }

        return [low, new Word(fault.Second?.Value ?? request.At.Value)];
    }
}
