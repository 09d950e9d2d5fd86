using IoSpec.Qemu.Amdvi;
using IoSpec.Qemu.Boards;
using IoSpec.Qemu.Ioat;
using IoSpec.Qemu.Iommu;
using IoSpec.Qemu.Riscv;
using IoSpec.Qemu.Smmuv3;
using IoSpec.Qemu.Tce;
using IoSpec.Qemu.VirtioIommu;
using IoSpec.Qemu.Vtd;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>An IOMMU of a machine on which campaigns can run.</summary>
/// <param name="Connection">Its connection string, without options.</param>
/// <param name="Board">The board that it is on.</param>
/// <param name="Start">Starts it.</param>
public sealed record DrivenTarget(string Connection, Board Board, Func<QemuIommuTarget> Start)
{
    /// <summary>The AMD-Vi emulation.</summary>
    /// <param name="options">What was chosen.</param>
    /// <returns>The target.</returns>
    public static DrivenTarget Amdvi(AmdviOptions options) =>
        new("qemu:amdvi", options.Board, () => AmdviTarget.Start(options));

    /// <summary>The VT-d emulation.</summary>
    /// <param name="options">What was chosen.</param>
    /// <returns>The target.</returns>
    public static DrivenTarget Vtd(VtdOptions options) =>
        new("qemu:vtd", BoardCatalogue.Q35, () => VtdTarget.Start(options));

    /// <summary>The windows of pseries.</summary>
    public static DrivenTarget Tce { get; } = TceOf(TceOptions.From([]));

    /// <summary>The windows of pseries that are added.</summary>
    public static DrivenTarget AddedTce { get; } = TceOf(TceOptions.From([new("window", "second")]));

    /// <summary>The translation of PCI functions of s390x.</summary>
    public static DrivenTarget Zpci { get; } = new(
        "qemu:zpci", BoardCatalogue.S390, () => ZpciIommuTarget.Start(MachineOptions.Of(BoardCatalogue.S390)));

    /// <summary>The RISC-V IOMMU.</summary>
    /// <param name="options">What was chosen.</param>
    /// <returns>The target.</returns>
    public static DrivenTarget Riscv(RiscvOptions options) =>
        new("qemu:riscv", options.Board, () => RiscvTarget.Start(options));

    /// <summary>The SMMUv3 emulation.</summary>
    /// <param name="options">What was chosen.</param>
    /// <returns>The target.</returns>
    public static DrivenTarget Smmuv3(SmmuOptions options) =>
        new("qemu:smmuv3", BoardCatalogue.ArmVirt, () => SmmuTarget.Start(options));

    /// <summary>The virtio IOMMU.</summary>
    /// <param name="options">What was chosen.</param>
    /// <returns>The target.</returns>
    public static DrivenTarget VirtioIommu(VirtioIommuOptions options) =>
        new("qemu:virtio-iommu", options.Board, () => VirtioIommuTarget.Start(options));

    private static DrivenTarget TceOf(TceOptions options) =>
        new("qemu:tce", BoardCatalogue.Pseries, () => TceTarget.Start(options));
}
