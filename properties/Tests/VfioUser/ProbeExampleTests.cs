using System.Diagnostics;
using IoSpec.Tests.Support;
using IoSpec.Tests.Tool;
using Xunit;

namespace IoSpec.Tests.VfioUser;

/// <summary>
/// The probe device in C: what it uses of libvfio-user is declared here, as the library is seldom installed.
/// </summary>
public sealed class ProbeExampleTests
{
    private const string Declarations = """
        #include <stdbool.h>
        #include <stddef.h>
        #include <stdint.h>
        #include <sys/types.h>
        #include <sys/uio.h>
        typedef struct vfu_ctx vfu_ctx_t;
        typedef struct dma_sg dma_sg_t;
        typedef struct vfu_dma_info vfu_dma_info_t;
        typedef void *vfu_dma_addr_t;
        typedef enum { VFU_TRANS_SOCK } vfu_trans_t;
        typedef enum { VFU_DEV_TYPE_PCI } vfu_dev_type_t;
        typedef enum { VFU_PCI_TYPE_CONVENTIONAL } vfu_pci_type_t;
        typedef enum { VFU_RESET_DEVICE } vfu_reset_type_t;
        typedef enum { VFU_MIGR_STATE_STOP, VFU_MIGR_STATE_RUNNING, VFU_MIGR_STATE_STOP_AND_COPY,
            VFU_MIGR_STATE_PRE_COPY, VFU_MIGR_STATE_RESUME } vfu_migr_state_t;
        enum { PCI_HEADER_TYPE_NORMAL, VFU_PCI_DEV_BAR0_REGION_IDX = 0, VFU_MIGR_CALLBACKS_VERS = 2,
            VFU_REGION_FLAG_RW = 3, VFU_REGION_FLAG_MEM = 4 };
        typedef struct {
            int version;
            int (*transition)(vfu_ctx_t *, vfu_migr_state_t);
            ssize_t (*read_data)(vfu_ctx_t *, void *, uint64_t);
            ssize_t (*write_data)(vfu_ctx_t *, void *, uint64_t);
        } vfu_migration_callbacks_t;
        typedef ssize_t vfu_region_access_cb_t(vfu_ctx_t *, char *, size_t, loff_t, bool);
        typedef int vfu_reset_cb_t(vfu_ctx_t *, vfu_reset_type_t);
        typedef void vfu_dma_cb_t(vfu_ctx_t *, vfu_dma_info_t *);
        vfu_ctx_t *vfu_create_ctx(vfu_trans_t, const char *, int, void *, vfu_dev_type_t);
        int vfu_realize_ctx(vfu_ctx_t *), vfu_attach_ctx(vfu_ctx_t *), vfu_run_ctx(vfu_ctx_t *);
        void vfu_destroy_ctx(vfu_ctx_t *);
        int vfu_pci_init(vfu_ctx_t *, vfu_pci_type_t, int, int);
        int vfu_setup_region(vfu_ctx_t *, int, size_t, vfu_region_access_cb_t *, int, struct iovec *, uint32_t, int,
            uint64_t);
        int vfu_setup_device_reset_cb(vfu_ctx_t *, vfu_reset_cb_t *);
        int vfu_setup_device_dma(vfu_ctx_t *, size_t, vfu_dma_cb_t *, vfu_dma_cb_t *);
        int vfu_setup_device_migration_callbacks(vfu_ctx_t *, const vfu_migration_callbacks_t *);
        size_t dma_sg_size(void);
        int vfu_addr_to_sgl(vfu_ctx_t *, vfu_dma_addr_t, size_t, dma_sg_t *, size_t, int);
        int vfu_sgl_get(vfu_ctx_t *, dma_sg_t *, struct iovec *, size_t, int);
        void vfu_sgl_put(vfu_ctx_t *, dma_sg_t *, struct iovec *, size_t);
        """;

    [Fact]
    public void It_compiles_without_a_warning()
    {
        using var tool = new ToolRun();
        var header = tool.Write("libvfio-user.h", Declarations);
        var start = new ProcessStartInfo("gcc", [
            "-std=gnu11", "-D_GNU_SOURCE", "-Wall", "-Wextra", "-Werror", "-fsyntax-only",
            "-I", Path.GetDirectoryName(header)!,
            Path.Combine(Repository.Root, "fixtures/VfioUser/Probe/probe.c"),
        ])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var compiler = Process.Start(start)!;
        Assert.Equal("", compiler.StandardError.ReadToEnd());
        compiler.WaitForExit();
        Assert.Equal(0, compiler.ExitCode);
    }
}
