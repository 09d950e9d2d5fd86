using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Reference.Walk.Amdvi;
using IoSpec.Reference.Walk.Riscv;
using IoSpec.Reference.Walk.Smmuv3;
using IoSpec.Reference.Walk.Vtd;

namespace IoSpec.Areas.Walk;

/// <summary>What the registers of a unit report, beside what its adapter says of it.</summary>
internal static class ReportedFeatures
{
    /// <summary>What the unit has and the adapter leaves out; null if there is nothing.</summary>
    public static string? Omitted(WalkCapabilities.OfUnit own)
    {
        foreach (var (isReported, feature, place) in Of(own.Unit))
        {
            if (!isReported || (own.Features & feature) != 0 || Find(own.Unreachable, feature) is not null) continue;
            return Find(own.Absent, feature) is { } denied
                ? $"{place} is set, and the adapter says that {feature} is absent: {denied.Reason}"
                : $"{place} is set, and the adapter neither offers {feature} nor says why it cannot be reached";
        }

        return null;
    }

    private static MissingWalkFeature? Find(ValueList<MissingWalkFeature> among, WalkFeatures feature)
    {
        foreach (var missing in among.AsSpan())
        {
            if ((missing.Feature & feature) != 0) return missing;
        }

        return null;
    }

    private static (bool IsReported, WalkFeatures Feature, string Place)[] Of(WalkUnit unit) => unit switch
    {
        WalkUnit.Vtd own => Of(new VtdUnit(own), $"ECAP_REG {own.ExtendedCapability}"),
        WalkUnit.Amdvi own => Of(new AmdviUnit(own), $"the extended feature register {own.ExtendedFeatures}"),
        WalkUnit.Smmuv3 own => Of(new SmmuUnit(own), own),
        WalkUnit.Riscv own => Of(new RiscvUnit(own), $"capabilities {own.Capabilities}"),
        _ => [],
    };

    private static (bool IsReported, WalkFeatures Feature, string Place)[] Of(VtdUnit unit, string register) =>
    [
        (unit.RemapsInterrupts, WalkFeatures.Messages, $"IR of {register}"),
        (unit.Pasid, WalkFeatures.Pasid, $"PASID of {register}"),
        (unit.Pasid && unit.Supervisor, WalkFeatures.Privilege, $"SRS of {register}"),
        (unit.DeviceTlb, WalkFeatures.Ats, $"DT of {register}"),
    ];

    private static (bool IsReported, WalkFeatures Feature, string Place)[] Of(AmdviUnit unit, string register) =>
    [
        (unit.GuestTables, WalkFeatures.Pasid, $"GTSup of {register}"),
        (unit.HostDirty, WalkFeatures.AccessedDirty, $"HDSup of {register}"),
    ];

    private static (bool IsReported, WalkFeatures Feature, string Place)[] Of(SmmuUnit unit, WalkUnit.Smmuv3 own) =>
    [
        (unit.SubstreamBits > 0, WalkFeatures.Pasid, $"SSIDSIZE of SMMU_IDR1 {own.Idr1}"),
        (unit.Marks > 1, WalkFeatures.AccessedDirty, $"HTTU of SMMU_IDR0 {own.Idr0}"),
        (own.Idr0.Has(10), WalkFeatures.Ats, $"ATS of SMMU_IDR0 {own.Idr0}"),
    ];

    private static (bool IsReported, WalkFeatures Feature, string Place)[] Of(RiscvUnit unit, string register) =>
    [
        (unit.ProcessBits > 0, WalkFeatures.Pasid, $"PD of {register}"),
        (unit.Marks, WalkFeatures.AccessedDirty, $"AMO_HWAD of {register}"),
        (unit.Ats, WalkFeatures.Ats, $"ATS of {register}"),
    ];
}
