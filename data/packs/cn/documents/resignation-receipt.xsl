<?xml version="1.0" encoding="UTF-8"?>
<!-- 辞职受理确认函：辞职是员工的权利，公司只确认收到和日期，不“批准”。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">辞职受理确认函</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <p id="received">公司于<xsl:choose>
          <xsl:when test="departure/@notified and not(departure/@letter-received)"><field path="departure/@notified" as="date"/></xsl:when>
          <xsl:otherwise><field path="departure/@letter-received" as="date"/></xsl:otherwise>
        </xsl:choose>收到您<xsl:if test="departure/@letter-date"><field path="departure/@letter-date" as="date"/></xsl:if>提交的辞职通知。感谢您在<xsl:if test="employee/employment/@department"><field
        path="employee/employment/@department"/></xsl:if><field path="employee/employment/@position"/>岗位上的付出，公司尊重您的决定。依照《中华人民共和国劳动合同法》第三十七条，您的劳动合同于<field
        path="departure/@last-day" as="date"/>解除。<xsl:if test="departure/@employee-requests='true'">您希望提前到该日离开，公司同意，双方不再履行其余的通知期。</xsl:if>此前您的岗位、工资、社会保险不变。</p>
      <xsl:call-template name="wages"/>
      <xsl:call-template name="handover"/>
      <item id="certificate"><strong>证明和转移手续。</strong>公司于<field path="departure/@last-day"
        as="date"/>当日向您出具《解除劳动合同证明》，并在十五日内为您办理档案和社会保险关系转移手续。</item>
      <xsl:call-template name="noncompete"/>
      <p id="questions">您对上述日期或者事项有不同意见的，请在收到后三个工作日内告知人力资源部<xsl:call-template name="contact"/>。辞职通知到达公司后您如希望撤回，请尽快书面提出，公司将与您商议。</p>
      <p id="closing">离职前我们想听听您的真实感受，以便改进，面谈完全自愿。祝您前程似锦，也欢迎您日后再来。</p>
      <annexes id="annexes">
        <row><cell>离职结算单</cell></row>
        <row><cell>工作交接清单</cell></row>
      </annexes>
      <xsl:call-template name="company-sign"/>
      <xsl:call-template name="slip">
        <xsl:with-param name="title">辞职受理确认函</xsl:with-param>
        <xsl:with-param name="annexes" select="true()"/>
      </xsl:call-template>
    </document>
  </xsl:template>
</xsl:stylesheet>
