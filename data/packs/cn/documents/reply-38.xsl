<?xml version="1.0" encoding="UTF-8"?>
<!-- 对员工被迫解除通知的回函：先自查，再回复，不当普通辞职。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">关于解除劳动合同通知的回函</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <p id="received">您<xsl:if test="departure/@letter-date">于<field path="departure/@letter-date" as="date"/></xsl:if>依据《中华人民共和国劳动合同法》第三十八条作出的解除通知，公司已于<xsl:choose>
          <xsl:when test="departure/@notified and not(departure/@letter-received)"><field path="departure/@notified" as="date"/></xsl:when>
          <xsl:otherwise><field path="departure/@letter-received" as="date"/></xsl:otherwise>
        </xsl:choose>收到。就您所述“<field path="departure/@stated-reason"/>”，公司核查如下：<field path="case/audit/@finding"/>。</p>
      <xsl:choose>
        <xsl:when test="case/audit/@admitted='true'">
          <p id="answer">公司对此表示歉意，认可您提出的解除理由，劳动合同于<field path="departure/@last-day" as="date"/>解除<xsl:if test="case/audit/@amount">，并补发<field path="case/audit/@item"/><field path="case/audit/@amount" as="money"/>元</xsl:if>。有关事项安排如下：</p>
        </xsl:when>
        <xsl:when test="case/audit/@admitted='false'">
          <p id="answer">公司认为该情形不存在，依据和材料见附件。公司尊重您终止工作的决定，劳动合同自<field path="departure/@last-day" as="date"/>起不再履行；对经济补偿的不同意见，双方可以继续协商，您也可以依法申请仲裁。有关事项安排如下：</p>
        </xsl:when>
        <xsl:otherwise><p id="answer"><field path="case/audit/@admitted"/></p></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="wages"/>
      <xsl:if test="case/audit/@admitted='true'"><xsl:call-template name="severance"/></xsl:if>
      <xsl:call-template name="handover"/>
      <xsl:call-template name="certificate"/>
      <p id="closing">特此函复。</p>
      <annexes id="annexes">
        <row><cell>工资和社会保险自查表</cell></row>
        <row><cell>离职结算单</cell></row>
      </annexes>
      <xsl:call-template name="company-sign"/>
      <xsl:call-template name="slip">
        <xsl:with-param name="title">关于解除劳动合同通知的回函</xsl:with-param>
        <xsl:with-param name="annexes" select="true()"/>
      </xsl:call-template>
    </document>
  </xsl:template>
</xsl:stylesheet>
