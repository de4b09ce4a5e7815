document.getElementById("app")!.textContent = "Effleurage";
